package io.claribi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.claribi.testing.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Whether two questions are answered alike: in status, headers, form, and time. Of the times their order is compared
 * (Mann-Whitney), which holds on slow and busy machines too: asked in turns, either must be the slower one in a fifth of
 * all pairs at least. Forty of each make a difference by chance rarer than one in ten thousand.
 */
final class Likeness {
    /** The server closes a connection after a hundred answers, whatever they are. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "keep-alive");

    private final List<Long> first = new ArrayList<>();
    private final List<Long> second = new ArrayList<>();

    private Likeness() {}

    static void ofAnswers(int times, IntFunction<Answer> first, IntFunction<Answer> second) {
        var likeness = new Likeness();
        for (int i = 0; i < times; i++) {
            Answer one = timed(first, i, likeness.first);
            Answer other = timed(second, i, likeness.second);
            assertThat(form(other)).isEqualTo(form(one));
        }
        assertThat(likeness.share()).as(likeness.toString()).isBetween(0.2, 0.8);
    }

    private static Answer timed(IntFunction<Answer> question, int number, List<Long> times) {
        long start = System.nanoTime();
        Answer answer = question.apply(number);
        times.add(System.nanoTime() - start);
        return answer;
    }

    private static List<Object> form(Answer answer) {
        return List.of(
                answer.status(),
                answer.headers().map().keySet().stream()
                        .filter(name -> !OF_THE_CONNECTION.contains(name))
                        .sorted()
                        .toList(),
                answer.bytes().length == 0 ? "" : fields(answer));
    }

    /** The body without what differs from one account to the next. */
    private static String fields(Answer answer) {
        return answer.text()
                .replaceAll("\"[0-9a-f-]{36}\"", "an id")
                .replaceAll("\"[^\"]*@example.org\"", "an address")
                .replaceAll("\"traceId\":\"\\w+\"", "a trace")
                .replaceAll("\"accessToken\":\"[^\"]+\"", "a token");
    }

    private double share() {
        double slower = 0;
        for (long one : first) {
            for (long other : second) {
                slower += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return slower / (first.size() * (double) second.size());
    }

    @Override
    public String toString() {
        return "first %s, second %s".formatted(millis(first), millis(second));
    }

    private static List<Long> millis(List<Long> times) {
        return times.stream().sorted().map(time -> time / 1_000_000).toList();
    }
}
