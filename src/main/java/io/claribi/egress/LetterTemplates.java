package io.claribi.egress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How letters look: two templates without logic, into which everything goes as a value. */
@Component
class LetterTemplates {
    private final Template html = template(Mustache.compiler().withEscaper(Escapers.HTML), "letter.html");
    private final Template text = template(Mustache.compiler().withEscaper(Escapers.NONE), "letter.txt");

    String html(Letter letter) {
        return html.execute(values(letter));
    }

    String text(Letter letter) {
        return text.execute(values(letter));
    }

    private static Map<String, Object> values(Letter letter) {
        var values = new HashMap<String, Object>();
        values.put("subject", letter.subject());
        values.put("paragraphs", letter.paragraphs());
        values.put(
                "details",
                letter.details().stream()
                        .map(detail -> Map.of("name", detail.name(), "value", detail.value()))
                        .toList());
        values.put("hasDetails", !letter.details().isEmpty());
        values.put("code", orFalse(letter.code()));
        Letter.Button button = letter.button();
        values.put("button", button == null ? false : Map.of("label", button.label(), "url", button.url()));
        values.put("closing", letter.closing());
        return values;
    }

    private static Object orFalse(@Nullable String value) {
        return value == null ? false : value;
    }

    private static Template template(Mustache.Compiler compiler, String name) {
        try {
            return compiler.compile(new ClassPathResource("mail/" + name).getContentAsString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
