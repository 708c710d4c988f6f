package io.claribi.planted;

import io.claribi.planted.Planted.Kind;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds secrets in bodies by the names of their fields. */
public final class SecretFields {
    static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("password", Kind.PASSWORD),
            Map.entry("current", Kind.PASSWORD),
            Map.entry("new", Kind.PASSWORD),
            Map.entry("accessToken", Kind.TOKEN),
            Map.entry("refreshToken", Kind.TOKEN),
            Map.entry("mfaToken", Kind.TOKEN),
            Map.entry("secret", Kind.SEED),
            Map.entry("otpauthUri", Kind.SEED),
            Map.entry("backupCodes", Kind.BACKUP_CODE),
            Map.entry("code", Kind.BACKUP_CODE),
            Map.entry("key", Kind.TOKEN),
            Map.entry("token", Kind.MAILED));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SecretFields() {}

    /** Plants what a request's body holds. */
    public static void plant(String json) {
        try {
            plant(JSON.readTree(json));
        } catch (JacksonException e) {
            // A test of what is no JSON.
        }
    }

    static void plant(JsonNode node) {
        node.properties().forEach(field -> {
            Kind kind = KINDS.get(field.getKey());
            if (kind == null) {
                plant(field.getValue());
            } else {
                plantAll(kind, field.getValue());
            }
        });
        if (node.isArray()) {
            node.values().forEach(SecretFields::plant);
        }
    }

    static void plantAll(Kind kind, JsonNode value) {
        if (value.isString()) {
            Planted.plant(kind, value.stringValue());
        } else {
            value.values().forEach(element -> plantAll(kind, element));
        }
    }
}
