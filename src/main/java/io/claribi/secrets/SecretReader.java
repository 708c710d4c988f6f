package io.claribi.secrets;

import static io.claribi.http.HttpError.INVALID_INPUT;

import io.claribi.kernel.AppException;
import io.claribi.kernel.FieldError;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a secret from a JSON text and from nothing else. What is wrong with it is said without quoting it. */
class SecretReader extends ValueDeserializer<Secret> {

    @Override
    public Secret deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Secret) context.handleUnexpectedToken(String.class, json);
        }
        String text = json.getString();
        if (!Secret.isUnicode(text)) {
            String field = String.valueOf(json.currentName());
            throw new AppException(
                    INVALID_INPUT,
                    "Some fields are not right.",
                    List.of(new FieldError(field, "holds a character that can't be stored")));
        }
        return Secret.of(text);
    }
}
