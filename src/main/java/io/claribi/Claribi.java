package io.claribi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Claribi {

    public static void main(String[] arguments) {
        SpringApplication.run(Claribi.class, arguments);
    }
}
