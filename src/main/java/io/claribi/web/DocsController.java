package io.claribi.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.claribi.http.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page that shows the OpenAPI document: three files of our own, nothing from elsewhere. */
@RestController
@Hidden
class DocsController {

    @GetMapping("/api/v1/docs")
    @Public("shows a document that is public")
    ResponseEntity<Resource> page(HttpServletResponse response) {
        response.setHeader(
                SecurityHeaders.CONTENT_SECURITY_POLICY,
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        return file("docs.html", MediaType.TEXT_HTML);
    }

    @GetMapping("/api/v1/docs/{name:docs\\.css|docs\\.js}")
    @Public("belongs to the page")
    ResponseEntity<Resource> part(@PathVariable String name) {
        return file(name, name.endsWith(".css") ? MediaType.valueOf("text/css") : MediaType.valueOf("text/javascript"));
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, UTF_8))
                .body(new ClassPathResource("docs/" + name, DocsController.class.getClassLoader()));
    }
}
