package io.claribi.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.claribi.http.Public;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

/** Springdoc's routes, in place of its own beans because every route here must declare itself. */
@RestController
class OpenApiRoute extends OpenApiWebMvcResource {
    OpenApiRoute(
            ObjectFactory<OpenAPIService> document,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(document, requests, responses, operations, properties, providers, customizers);
    }

    @Override
    @Public("the document tells what the server can do, not what is in it")
    public byte[] openapiJson(
            HttpServletRequest request, @Value("${springdoc.api-docs.path}") String path, Locale locale)
            throws JsonProcessingException {
        return super.openapiJson(request, path, locale);
    }

    @Override
    @Public("as the JSON form")
    public byte[] openapiYaml(
            HttpServletRequest request, @Value("${springdoc.api-docs.path}.yaml") String path, Locale locale)
            throws JsonProcessingException {
        return super.openapiYaml(request, path, locale);
    }
}
