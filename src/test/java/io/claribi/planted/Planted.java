package io.claribi.planted;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The secrets that the tests of this JVM have used so far. */
public final class Planted {
    /** Shorter ones, such as six digits, stand in other texts by chance. */
    private static final int SHORTEST = 10;

    private static final Map<String, Secret> SECRETS = new ConcurrentHashMap<>();
    /** By their first characters, so that a text is searched for thousands of them at once. */
    private static final Map<String, Queue<String>> BY_START = new ConcurrentHashMap<>();

    private Planted() {}

    /** Remembers a secret, and gives it back. */
    public static String plant(Kind kind, String secret) {
        if (secret.length() >= SHORTEST && SECRETS.putIfAbsent(secret, new Secret(kind, test())) == null) {
            BY_START.computeIfAbsent(secret.substring(0, SHORTEST), start -> new ConcurrentLinkedQueue<>())
                    .add(secret);
        }
        return secret;
    }

    static int count() {
        return SECRETS.size();
    }

    /** What secrets stand in the text; not what they read. */
    static List<Secret> findIn(String text) {
        List<Secret> found = new ArrayList<>();
        for (int at = 0; at + SHORTEST <= text.length(); at++) {
            Queue<String> candidates = BY_START.get(text.substring(at, at + SHORTEST));
            if (candidates != null) {
                for (String secret : candidates) {
                    if (text.startsWith(secret, at)) {
                        found.add(SECRETS.get(secret));
                    }
                }
            }
        }
        return found;
    }

    /** The test that is using it, as far as this thread knows. */
    private static String test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackFrame::getClassName)
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .filter(name -> name.endsWith("Test"))
                        .findFirst()
                        .orElse("some test"));
    }

    /** What is told of a secret that has come out: enough to find it, and nothing of itself. */
    record Secret(Kind kind, String test) {
        @Override
        public String toString() {
            return kind + " of " + test;
        }
    }

    /** What was planted, which also says where it may stand in spite of all. */
    public enum Kind {
        PASSWORD,
        /** Access, refresh and device tokens, those between two steps of a log-in, and API keys. */
        TOKEN,
        /** A link or code that proves a mailbox; so mails carry it. */
        MAILED,
        SEED,
        BACKUP_CODE,
        /** Keys and passwords of the server's own. */
        KEY
    }
}
