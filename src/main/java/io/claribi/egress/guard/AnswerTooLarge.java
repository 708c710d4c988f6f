package io.claribi.egress.guard;

import java.io.IOException;

/** A server sent more than whoever asked it is ready to read. */
final class AnswerTooLarge extends IOException {}
