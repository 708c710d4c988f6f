package io.claribi.bench.harness;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SplittableRandom;

/**
 * A CSV of orders as shops have them: keys, times, categories of few and of many values, amounts, words with commas and
 * quotes. The same for the same size, on every machine.
 */
public final class OrdersFile {
    private static final String HEADER =
            "order_id,ordered_at,shipped_on,region,country,category,product,customer,quantity,unit_price,discount,revenue,returned,comment\n";
    private static final String[] REGIONS = {"North", "South", "East", "West", "Central", "Overseas"};
    private static final String[] CATEGORIES = {
        "Books", "Garden", "Kitchen", "Lighting", "Office", "Outdoor", "Stationery", "Textiles", "Tools", "Toys"
    };
    private static final String[] WORDS = {
        "blue",
        "carefully",
        "deliver",
        "early",
        "fragile",
        "gift",
        "handle",
        "leave",
        "neighbour",
        "paper",
        "ring",
        "twice",
        "upstairs",
        "wrap",
        "without",
        "yellow"
    };
    private static final LocalDateTime FIRST = LocalDateTime.of(2021, 1, 1, 0, 0);

    private OrdersFile() {}

    /** Makes the file, of at most so many bytes or rows. */
    public static Path create(Path file, long mostBytes, long mostRows) throws IOException {
        Files.createDirectories(file.getParent());
        var random = new SplittableRandom(20_210_101);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            byte[] line = HEADER.getBytes(StandardCharsets.US_ASCII);
            long bytes = 0;
            for (long row = 1; row - 1 <= mostRows && bytes + line.length <= mostBytes; row++) {
                out.write(line);
                bytes += line.length;
                line = line(row, random);
            }
        }
        return file;
    }

    private static byte[] line(long row, SplittableRandom random) {
        LocalDateTime ordered = FIRST.plusSeconds(random.nextLong(4L * 365 * 86_400));
        int quantity = 1 + random.nextInt(12);
        long cents = 199 + random.nextInt(50_000);
        int discount = random.nextInt(4) * 5;
        long revenue = cents * quantity * (100 - discount) / 100;
        String line = String.join(
                ",",
                Long.toString(row),
                ordered + (ordered.getSecond() == 0 ? ":00" : ""),
                ordered.toLocalDate().plusDays(random.nextInt(14)).toString(),
                REGIONS[random.nextInt(REGIONS.length)],
                "Country " + random.nextInt(60),
                CATEGORIES[random.nextInt(CATEGORIES.length)],
                "Product " + random.nextInt(800),
                "Customer " + random.nextInt(90_000),
                Integer.toString(quantity),
                money(cents),
                "0." + (discount < 10 ? "0" + discount : discount),
                money(revenue),
                Boolean.toString(random.nextInt(20) == 0),
                comment(random));
        return (line + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String money(long cents) {
        long rest = cents % 100;
        return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    private static String comment(SplittableRandom random) {
        int words = random.nextInt(8);
        var comment = new StringBuilder();
        for (int i = 0; i < words; i++) {
            comment.append(i == 0 ? "" : i == 3 ? ", " : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words > 3 ? "\"" + comment + "\"" : comment.toString();
    }
}
