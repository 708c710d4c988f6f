package io.claribi.journeys;

import io.claribi.testing.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in a browser, against the server that all tests share. Its methods may take {@link Visitors}. It fails, beside
 * what it asserts, on whatever anybody's browser complained of: see {@link Complaints}.
 */
@ServerTest
@Timeout(300)
@ExtendWith(BrowserExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface JourneyTest {}
