package io.claribi.web;

import io.claribi.http.InSession;
import io.claribi.http.PageRequest;
import io.claribi.http.Problem;
import io.claribi.http.Public;
import io.claribi.http.Requires;
import io.claribi.http.StreamedBody;
import io.claribi.kernel.Caller;
import io.claribi.kernel.Permission;
import io.claribi.secrets.Secret;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** What the OpenAPI document says beyond the signatures: names, security, failures, pages. */
@Configuration(proxyBeanMethods = false)
class OpenApiDocument {
    private static final String BEARER = "bearer";
    private static final String API_KEY = "apiKey";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, PageRequest.class)
                .replaceWithSchema(Secret.class, new StringSchema().format("password"))
                .replaceWithSchema(StreamedBody.class, new StringSchema().format("binary"))
                .replaceWithSchema(JsonNode.class, new ObjectSchema().additionalProperties(true))
                .replaceWithSchema(Object.class, scalar());
        ModelResolver.enumsAsRef = true;
    }

    /** A cell of a table. */
    private static Schema<?> scalar() {
        return new Schema<>().types(new TreeSet<>(Set.of("boolean", "null", "number", "string")));
    }

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("clariBI")
                        .version("v1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER)
                                        .description("An access token (a JWT), or an API key."))
                        .addSecuritySchemes(
                                API_KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")
                                        .description("An API key, as an alias of the other.")));
    }

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new SchemaNames()).openapi31(true);
    }

    @Bean
    WireSchemas wireSchemas() {
        return new WireSchemas();
    }

    @Bean
    RequiredComponents requiredComponents() {
        return new RequiredComponents();
    }

    @Bean
    GlobalOpenApiCustomizer problemSchema() {
        return document -> {
            var schemas = ModelConverters.getInstance(true).readAllAsResolvedSchema(Problem.class).referencedSchemas;
            Schema<?> problem = Objects.requireNonNull(schemas.get(PROBLEM));
            // Facts stand beside the other members, and lists are absent rather than empty.
            problem.getProperties().remove("facts");
            problem.setRequired(List.of("type", "title", "status", "instance", "code", "traceId"));
            problem.setAdditionalProperties(true);
            schemas.forEach(document.getComponents()::addSchemas);
        };
    }

    @Bean
    OperationCustomizer operations() {
        return (operation, route) -> {
            String noun = noun(route);
            operation.setOperationId(
                    noun + StringUtils.capitalize(route.getMethod().getName()));
            operation.setTags(List.of(noun));
            addSecurity(operation, route);
            addPaging(operation, route);
            addProblem(operation);
            return operation;
        };
    }

    private static String noun(HandlerMethod route) {
        return StringUtils.uncapitalize(route.getBeanType().getSimpleName().replaceFirst("Controller$", ""));
    }

    private static void addSecurity(Operation operation, HandlerMethod route) {
        if (route.hasMethodAnnotation(Public.class)) {
            operation.setSecurity(List.of());
            return;
        }
        boolean inSession = route.hasMethodAnnotation(InSession.class);
        var either = new ArrayList<SecurityRequirement>();
        either.add(new SecurityRequirement().addList(BEARER));
        var notes = new ArrayList<String>();
        Requires requires = route.getMethodAnnotation(Requires.class);
        if (requires != null && requires.value().length > 0) {
            notes.add("Needs "
                    + Arrays.stream(requires.value()).map(Permission::wireName).collect(Collectors.joining(", "))
                    + ".");
        }
        if (inSession) {
            notes.add("Takes no API key.");
        } else {
            either.add(new SecurityRequirement().addList(API_KEY));
        }
        operation.setSecurity(either);
        if (!notes.isEmpty()) {
            operation.setDescription(String.join(" ", notes));
        }
    }

    private static void addPaging(Operation operation, HandlerMethod route) {
        if (Arrays.stream(route.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == PageRequest.class)) {
            operation.addParametersItem(new Parameter()
                    .in("query")
                    .name("pageSize")
                    .schema(new IntegerSchema()
                            .minimum(BigDecimal.ONE)
                            .maximum(BigDecimal.valueOf(PageRequest.MAX_SIZE))
                            ._default(PageRequest.DEFAULT_SIZE)));
            operation.addParametersItem(
                    new Parameter().in("query").name("pageToken").schema(new StringSchema()));
        }
    }

    private static void addProblem(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        operation
                .getResponses()
                .setDefault(new ApiResponse()
                        .description("Any failure")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    }
}
