package io.claribi.secrets;

/**
 * What stands in the database instead of a secret.
 *
 * @param keyId of the key that opens it; none has a dot
 * @param token a Fernet token; other ciphers could follow under other key ids
 */
record Sealed(String keyId, String token) {

    static Sealed parse(String text) {
        int dot = text.indexOf('.');
        return new Sealed(text.substring(0, dot), text.substring(dot + 1));
    }

    String text() {
        return keyId + '.' + token;
    }
}
