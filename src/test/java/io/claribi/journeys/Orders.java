package io.claribi.journeys;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/** A shop's orders of eighteen months, the same at each run: what a first upload of somebody might be. */
record Orders(List<Order> list) {
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 6, 19);

    private static final List<String> COUNTRIES =
            List.of("Germany", "France", "Netherlands", "Spain", "Italy", "Poland", "Austria");
    private static final List<String> CATEGORIES =
            List.of("Road bikes", "City bikes", "E-bikes", "Helmets", "Lights", "Bags", "Clothing", "Tools");
    private static final int[] PRICES = {1_890, 790, 2_650, 89, 39, 74, 58, 33};
    private static final List<String> CHANNELS = List.of("Web shop", "Store", "Marketplace");

    record Order(
            int number, LocalDate day, String country, String category, String channel, int units, BigDecimal revenue) {
        String csv() {
            return "SO-%06d,%s,%s,%s,%s,%d,%s"
                    .formatted(100_000 + number, day, country, category, channel, units, revenue);
        }
    }

    /** More in summer, more on the web each month, and far more of the first countries and of cheap things. */
    static Orders ofEighteenMonths() {
        var random = new Random(20_240_101);
        var orders = new ArrayList<Order>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            double season = 1 + 0.45 * Math.sin((day.getDayOfYear() - 80) * 2 * Math.PI / 365);
            double growth = 1 + ChronoUnit.DAYS.between(FIRST, day) / 700.0;
            double weekend = day.getDayOfWeek().getValue() >= 6 ? 1.5 : 1;
            int number = (int) Math.round(4.5 * season * growth * weekend * (0.75 + random.nextDouble() / 2));
            for (int i = 0; i < number; i++) {
                orders.add(order(orders.size() + 1, day, growth, random));
            }
        }
        return new Orders(List.copyOf(orders));
    }

    private static Order order(int number, LocalDate day, double growth, Random random) {
        int category = (int) (CATEGORIES.size() * Math.pow(random.nextDouble(), 0.8));
        int units = category < 3 ? 1 : 1 + random.nextInt(4);
        double price = PRICES[category] * units * (0.85 + random.nextDouble() * 0.3);
        return new Order(
                number,
                day,
                COUNTRIES.get((int) (COUNTRIES.size() * Math.pow(random.nextDouble(), 1.9))),
                CATEGORIES.get(category),
                random.nextDouble() < 0.35 * growth ? CHANNELS.get(0) : CHANNELS.get(1 + random.nextInt(2)),
                units,
                BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP));
    }

    Orders where(Predicate<Order> condition) {
        return new Orders(list.stream().filter(condition).toList());
    }

    BigDecimal revenue() {
        return list.stream().map(Order::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int units() {
        return list.stream().mapToInt(Order::units).sum();
    }

    String count() {
        return String.format(Locale.US, "%,d", list.size());
    }

    byte[] csv() {
        var text = new StringBuilder("order_id,ordered_on,country,category,channel,units,revenue_eur\n");
        list.forEach(order -> text.append(order.csv()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
