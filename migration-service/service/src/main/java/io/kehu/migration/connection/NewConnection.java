package io.kehu.migration.connection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to create a connection.
 *
 * @param name the name
 * @param kind mariadb, also for MySQL, or postgresql
 * @param host the name or the address of the host
 * @param port the port; the usual one by default
 * @param database the database
 * @param user the user, who needs no more than the right to read a source
 * @param password the password, which is never returned
 * @param tls off, required, or verified (the default): with a certificate of the host
 */
record NewConnection(@NotBlank @Size(max = 100) String name,
		@NotNull @Pattern(regexp = "mariadb|postgresql", message = "must be mariadb or postgresql") String kind,
		@NotNull @Pattern(regexp = "[A-Za-z0-9]([A-Za-z0-9.:-]{0,252})",
				message = "must be the name or the address of a host") String host,
		@Nullable @Min(1) @Max(65535) Integer port,
		@NotNull @Pattern(regexp = "[A-Za-z0-9_$][A-Za-z0-9_$.-]{0,62}",
				message = "must be the name of a database") String database,
		@NotBlank @Size(max = 100) String user, @NotNull @Size(max = 500) String password,
		@Nullable @Pattern(regexp = "off|required|verified",
				message = "must be off, required or verified") String tls) {

	int usedPort() {
		if (this.port != null) {
			return this.port;
		}
		return this.kind.equals("mariadb") ? 3306 : 5432;
	}

	String usedTls() {
		return (this.tls != null) ? this.tls : "verified";
	}

	@Override
	public String toString() {
		return "NewConnection[" + this.name + "]";
	}

}
