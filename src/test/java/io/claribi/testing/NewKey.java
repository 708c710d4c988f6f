package io.claribi.testing;

import io.claribi.planted.Planted;
import io.claribi.planted.Planted.Kind;
import tools.jackson.databind.JsonNode;

/**
 * An API key that somebody has just made.
 *
 * @param answer to its making
 * @param api speaks to the server by it
 */
public record NewKey(String id, String text, JsonNode answer, Api api) {

    /** One that may all that its maker may. */
    public static NewKey of(Api maker) {
        return of(maker, "{\"name\":\"Nightly export\"}");
    }

    public static NewKey of(Api maker, String request) {
        JsonNode answer = maker.post("/api-keys", request).expect(201).json();
        String text = answer.path("key").asString();
        // What nobody but its holder knows of it.
        Planted.plant(Kind.TOKEN, text.split("_")[2]);
        return new NewKey(answer.path("id").asString(), text, answer, maker.as(text));
    }

    public String prefix() {
        return answer.path("prefix").asString();
    }
}
