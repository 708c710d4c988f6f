package io.claribi.tenancy.postgres;

/** The embedded PostgreSQL's configuration, written anew at each start so that an upgrade brings its own. */
final class ClusterConfiguration {
    /** Who may come in, and from where: our two roles by password over the loopback; nobody else from anywhere. */
    static final String ACCESS = """
            host %1$s %2$s,%3$s 127.0.0.1/32 scram-sha-256
            """.formatted(ClusterSetup.DATABASE, ClusterSetup.OWNER, ClusterSetup.APP);

    /** The folder of its logs, in the cluster's. */
    static final String LOGS = "log";

    private ClusterConfiguration() {}

    static String settings(int port) {
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = scram-sha-256
                max_connections = 100

                shared_buffers = 128MB
                effective_cache_size = 1GB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                random_page_cost = 1.1
                jit = off
                max_wal_size = 1GB

                timezone = UTC
                log_timezone = UTC
                lc_messages = C

                # A week of files, each written over after seven days. Failed statements are the server's to report;
                # here they would only grow the files and might quote what people typed.
                logging_collector = on
                log_directory = %s
                log_filename = 'postgresql-%%a.log'
                log_rotation_age = 1d
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_min_messages = log
                log_min_error_statement = panic
                log_checkpoints = off
                """.formatted(port, LOGS);
    }
}
