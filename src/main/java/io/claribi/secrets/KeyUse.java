package io.claribi.secrets;

import java.util.ArrayList;
import java.util.List;

/**
 * What a platform key seals.
 *
 * @param organizations whose data key it seals, and by that all of their secrets
 */
record KeyUse(String keyId, long organizations, long accountSecrets, long serverSecrets) {

    boolean isUsed() {
        return organizations > 0 || accountSecrets > 0 || serverSecrets > 0;
    }

    long total() {
        return organizations + accountSecrets + serverSecrets;
    }

    /** Such as: the secrets of 3 organizations and 1 secret of the server. */
    String told() {
        List<String> parts = new ArrayList<>();
        add(parts, organizations, "the secrets of 1 organization", "the secrets of %d organizations");
        add(parts, accountSecrets, "1 secret of an account", "%d secrets of accounts");
        add(parts, serverSecrets, "1 secret of the server", "%d secrets of the server");
        return switch (parts.size()) {
            case 0 -> "nothing";
            case 1 -> parts.getFirst();
            default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
        };
    }

    private static void add(List<String> parts, long count, String one, String many) {
        if (count > 0) {
            parts.add(count == 1 ? one : many.formatted(count));
        }
    }
}
