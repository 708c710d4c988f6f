package io.claribi.http;

import static io.claribi.http.HttpError.PAGE_TOKEN_INVALID;
import static io.claribi.http.HttpError.PARAMETER_INVALID;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link PageRequest}. */
class PageArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new PageRequest(size(request.getParameter("pageSize")), after(request.getParameter("pageToken")));
    }

    private static int size(@Nullable String text) {
        if (text == null) {
            return PageRequest.DEFAULT_SIZE;
        }
        if (text.matches("[0-9]{1,3}")) {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= PageRequest.MAX_SIZE) {
                return size;
            }
        }
        String message = "must be a whole number from 1 to " + PageRequest.MAX_SIZE;
        throw new AppException(
                PARAMETER_INVALID,
                "The parameter pageSize " + message + ".",
                List.of(new FieldError("pageSize", message)));
    }

    private static @Nullable UUID after(@Nullable String token) {
        if (token == null) {
            return null;
        }
        return Uuids.read(token)
                .orElseThrow(() -> new AppException(
                        PAGE_TOKEN_INVALID,
                        "The page token is not one that was given out here. Begin again without one.",
                        List.of(new FieldError("pageToken", "is not a page token"))));
    }
}
