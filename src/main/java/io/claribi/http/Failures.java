package io.claribi.http;

import static io.claribi.http.HttpError.INTERNAL_ERROR;
import static io.claribi.http.HttpError.INVALID_INPUT;
import static io.claribi.http.HttpError.MALFORMED_REQUEST;
import static io.claribi.http.HttpError.MEDIA_TYPE_UNSUPPORTED;
import static io.claribi.http.HttpError.METHOD_NOT_ALLOWED;
import static io.claribi.http.HttpError.NOT_ACCEPTABLE;
import static io.claribi.http.HttpError.PARAMETER_INVALID;
import static io.claribi.http.HttpError.REQUEST_TOO_LARGE;
import static io.claribi.http.HttpError.ROUTE_NOT_FOUND;
import static io.claribi.http.HttpError.TOO_MANY_REQUESTS;
import static io.claribi.http.HttpError.UNAVAILABLE;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.MethodValidationException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Puts whatever was thrown into words for the one who asked. */
final class Failures {
    private Failures() {}

    static AppException told(Throwable failure) {
        return switch (failure) {
            case AppException told -> told;
            case HttpMessageNotReadableException e -> JsonFailures.told(e);
            case MethodArgumentTypeMismatchException e -> parameter(e.getName(), "can't be read as what it should be");
            case MissingServletRequestParameterException e -> parameter(e.getParameterName(), "is required");
            case MissingServletRequestPartException e -> parameter(e.getRequestPartName(), "is required");
            case HandlerMethodValidationException e -> parameters(e.getParameterValidationResults());
            case MethodValidationException e -> parameters(e.getParameterValidationResults());
            case ServletRequestBindingException ignored ->
                new AppException(MALFORMED_REQUEST, "The request lacks a parameter, header or cookie that it needs.");
            case MaxUploadSizeExceededException ignored ->
                new AppException(REQUEST_TOO_LARGE, "The upload is too large.");
            case MultipartException ignored -> new AppException(MALFORMED_REQUEST, "The multipart body can't be read.");
            case RequestRejectedException ignored ->
                new AppException(MALFORMED_REQUEST, "The address or a header has characters that are not allowed.");
            case HttpRequestMethodNotSupportedException e ->
                new AppException(METHOD_NOT_ALLOWED, "%s is not possible here.".formatted(e.getMethod()));
            case HttpMediaTypeNotSupportedException ignored ->
                new AppException(MEDIA_TYPE_UNSUPPORTED, "The body's Content-Type is not one that is read here.");
            case HttpMediaTypeNotAcceptableException ignored ->
                new AppException(NOT_ACCEPTABLE, "None of the types in Accept can be given here.");
            case BadRequestException ignored -> new AppException(MALFORMED_REQUEST, "The body can't be read.");
            case InvalidParameterException ignored ->
                new AppException(MALFORMED_REQUEST, "The parameters in the address can't be read.");
            case NoHandlerFoundException ignored -> noRoute();
            case NoResourceFoundException ignored -> noRoute();
            case CannotCreateTransactionException e -> unavailable(e);
            case TransientDataAccessResourceException e -> unavailable(e);
            case QueryTimeoutException e -> unavailable(e);
            case ErrorResponse other -> ofStatus(other.getStatusCode().value());
            default -> failure.getCause() instanceof AppException told ? told : internal(failure);
        };
    }

    /** A failure of which only the status is known. */
    static AppException ofStatus(int status) {
        return switch (status) {
            case 404 -> noRoute();
            case 405 -> new AppException(METHOD_NOT_ALLOWED, "The method is not possible here.");
            case 406 -> new AppException(NOT_ACCEPTABLE, "None of the types in Accept can be given here.");
            case 413, 414, 431 -> new AppException(REQUEST_TOO_LARGE, "The request is too large.");
            case 415 -> new AppException(MEDIA_TYPE_UNSUPPORTED, "The body's type is not one that is read here.");
            case 429 -> new AppException(TOO_MANY_REQUESTS, "Too many requests at once; try again a little later.");
            case 503 -> new AppException(UNAVAILABLE, "The server is busy; try again a little later.");
            // What the container knows no method, version or transfer encoding for.
            case 501, 505 ->
                new AppException(MALFORMED_REQUEST, "The request asks for something that is not done here.");
            default ->
                status < 500
                        ? new AppException(MALFORMED_REQUEST, "The request can't be read.")
                        : new AppException(INTERNAL_ERROR, "Something failed on the server.");
        };
    }

    /** What is wrong with fields of a body that could be read. */
    static AppException invalid(List<FieldError> errors) {
        return new AppException(INVALID_INPUT, "Some fields are not right.", errors);
    }

    private static AppException parameter(String name, String message) {
        return new AppException(
                PARAMETER_INVALID,
                "The parameter %s %s.".formatted(name, message),
                List.of(new FieldError(name, message)));
    }

    private static AppException parameters(List<ParameterValidationResult> results) {
        List<FieldError> errors = results.stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
        return new AppException(PARAMETER_INVALID, "Some parameters are not right.", errors);
    }

    private static AppException noRoute() {
        return new AppException(ROUTE_NOT_FOUND, "There is nothing at this address.");
    }

    private static AppException unavailable(Throwable cause) {
        return new AppException(UNAVAILABLE, "The server is busy; try again a little later.").causedBy(cause);
    }

    private static AppException internal(Throwable cause) {
        return new AppException(INTERNAL_ERROR, "Something failed on the server.").causedBy(cause);
    }
}
