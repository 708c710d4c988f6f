package io.claribi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.http.Public;
import io.claribi.http.Requires;
import io.claribi.kernel.Caller;
import io.claribi.kernel.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

class RouteDeclarationsTest {
    private final WebApplicationContextRunner server = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class))
            .withPropertyValues("spring.web.resources.add-mappings=false")
            .withUserConfiguration(RouteDeclarations.class);

    @Test
    void letsDeclaredRoutesStart() {
        server.withUserConfiguration(Declared.class)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Undeclared.class,
                TwiceDeclared.class,
                PublicWithCaller.class,
                Asynchronous.class,
                Functional.class
            })
    void stopsTheStartForAnyOther(Class<?> routes) {
        server.withUserConfiguration(routes)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining("/a"));
    }

    @RestController
    static class Declared {
        @GetMapping("/a")
        @Requires
        String a() {
            return "";
        }

        @GetMapping("/b")
        @Public("a test")
        String b() {
            return "";
        }
    }

    @RestController
    static class Undeclared {
        @GetMapping("/a")
        String a() {
            return "";
        }
    }

    @RestController
    static class TwiceDeclared {
        @GetMapping("/a")
        @Requires
        @Public("a test")
        String a() {
            return "";
        }
    }

    @RestController
    static class PublicWithCaller {
        @GetMapping("/a")
        @Public("a test")
        String a(Caller caller) {
            return caller.role();
        }
    }

    @RestController
    static class Asynchronous {
        @GetMapping("/a")
        @Requires
        StreamingResponseBody a() {
            return out -> {};
        }
    }

    static class Functional {
        @Bean
        RouterFunction<ServerResponse> routes() {
            return RouterFunctions.route()
                    .GET("/a", request -> ServerResponse.ok().build())
                    .build();
        }
    }
}
