package io.kehu.customer.activity;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The IMAP folder from which e-mails are taken: that of the address which customers write
 * to, and to which colleagues send blind copies.
 *
 * @param host the IMAP server, or null to take none
 * @param tls whether to connect by TLS
 */
@ConfigurationProperties("kehu.activity.incoming-mail")
record IncomingMailProperties(@Nullable String host, @DefaultValue("993") int port, @DefaultValue("true") boolean tls,
		@DefaultValue("") String user, @DefaultValue("") String password, @DefaultValue("INBOX") String folder) {

	/** Returns the name under which the position in the folder is stored. */
	String name() {
		return "%s@%s/%s".formatted(this.user, this.host, this.folder);
	}

	@Override
	public String toString() {
		return "IncomingMailProperties[%s]".formatted(name());
	}

}
