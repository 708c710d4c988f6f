package io.claribi.jobs;

/** Thrown out of a job's work after somebody asked to cancel it. */
public final class JobCancelled extends Exception {}
