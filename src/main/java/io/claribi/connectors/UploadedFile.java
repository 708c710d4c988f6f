package io.claribi.connectors;

import java.util.UUID;

/**
 * A file that has arrived whole and waits in the organization's uploads folder.
 *
 * @param id names it in that folder
 * @param fileName as the sender called it, fit to be shown
 */
public record UploadedFile(UUID id, String fileName, long bytes) {}
