package io.claribi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claribi.kernel.AppException;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

class PageArgumentTest {

    @Test
    void beginsWithFiftyItems() {
        assertThat(read(null, null)).isEqualTo(new PageRequest(50, null));
    }

    @Test
    void readsSizeAndToken() {
        UUID after = UUID.randomUUID();

        assertThat(read("200", after.toString())).isEqualTo(new PageRequest(200, after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "+5", "5.0", "", " 5", "1e2", "99999999999999999999", "٣"})
    void refusesOtherSizes(String size) {
        assertThatThrownBy(() -> read(size, null))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(HttpError.PARAMETER_INVALID));
    }

    @Property
    void refusesEveryTokenThatIsNone(@ForAll String token) {
        assertThatThrownBy(() -> read(null, token))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(HttpError.PAGE_TOKEN_INVALID));
    }

    @Test
    void refusesShorthandsOfIds() {
        assertThatThrownBy(() -> read(null, "1-1-1-1-1")).isInstanceOf(AppException.class);
    }

    private static PageRequest read(@Nullable String size, @Nullable String token) {
        var request = new MockHttpServletRequest();
        if (size != null) {
            request.setParameter("pageSize", size);
        }
        if (token != null) {
            request.setParameter("pageToken", token);
        }
        return new PageArgument().resolveArgument(parameter(), null, new ServletWebRequest(request), null);
    }

    private static MethodParameter parameter() {
        try {
            return new MethodParameter(PageArgumentTest.class.getDeclaredMethod("list", PageRequest.class), 0);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unused")
    private void list(PageRequest page) {}
}
