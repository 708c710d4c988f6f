package io.claribi.http;

import static io.claribi.http.HttpError.AUTHENTICATION_REQUIRED;

import io.claribi.kernel.AppException;
import io.claribi.kernel.Caller;
import io.claribi.kernel.WorkContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link Caller}. */
class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return WorkContext.current()
                .caller()
                .orElseThrow(() -> new AppException(AUTHENTICATION_REQUIRED, "Log in to do this."));
    }
}
