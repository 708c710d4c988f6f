package io.claribi.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.claribi.http.Public;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The OpenAPI document and the page that shows it, which has nothing inline and nothing from elsewhere. Springdoc makes
 * the document; the routes are ours, because every route declares itself.
 */
@RestController
@Hidden
class OpenApiController {
    static final String DOCUMENT = "/api/v1/openapi.json";
    private static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final OpenApiWebMvcResource springdoc;

    OpenApiController(
            ObjectFactory<OpenAPIService> document,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        springdoc = new OpenApiWebMvcResource(
                document, requests, responses, operations, properties, providers, customizers);
    }

    @GetMapping(value = DOCUMENT, produces = MediaType.APPLICATION_JSON_VALUE)
    @Public("the document tells what the server can do, not what is in it")
    byte[] document(HttpServletRequest request) throws JsonProcessingException {
        return springdoc.openapiJson(request, DOCUMENT, Locale.ENGLISH);
    }

    @GetMapping("/api/v1/docs")
    @Public("shows a document that is public")
    ResponseEntity<Resource> page(HttpServletResponse response) {
        response.setHeader(SecurityHeaders.CONTENT_SECURITY_POLICY, PAGE_POLICY);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .body(new ClassPathResource("docs/docs.html"));
    }
}
