package io.kehu.migration.connection;

import java.time.Instant;
import java.util.UUID;

/**
 * A connection as clients see it, without its password.
 *
 * @param id the id
 * @param version a number that increases with each change
 * @param name the name
 * @param kind mariadb or postgresql
 * @param host the host
 * @param port the port
 * @param database the database
 * @param user the user
 * @param tls off, required or verified
 * @param createdBy the name of the caller who created it
 * @param createdAt when
 */
record ConnectionView(UUID id, long version, String name, String kind, String host, int port, String database,
		String user, String tls, String createdBy, Instant createdAt) {
}
