package io.claribi.secrets;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Refuses to write a secret, into whatever JSON somebody has put one by mistake. */
class SecretWriter extends ValueSerializer<Secret> {

    @Override
    public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
        throw new IllegalStateException("A secret is never written as JSON");
    }
}
