package io.kehu.auth.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads by one query what each request for a token asks of a partner's program.
 */
@Repository
class ClientAccessRepository {

	private final JdbcClient jdbc;

	private final Clock clock;

	ClientAccessRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Returns the program, unless it is locked or deleted.
	 */
	Optional<ClientAccess> find(String clientId) {
		return this.jdbc.sql("""
				select client_id, name, created_at, expires_at, address_ranges, redirect_uris,
				       array(select s.digest from api_client_secrets s where s.api_client_id = c.id
				             and (s.expires_at is null or s.expires_at > :now)) as digests
				from api_clients c where client_id = :clientId and enabled and deleted_at is null""")
			.param("clientId", clientId)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(ClientAccessRepository::read)
			.optional();
	}

	/**
	 * Forgets what people were granted through a program, so that none of it comes back
	 * when the program does.
	 */
	void forgetGrants(String clientId) {
		this.jdbc.sql("""
				delete from oauth2_authorization where registered_client_id = :clientId
				or registered_client_id = (select id from oauth2_registered_client where client_id = :clientId)""")
			.param("clientId", clientId)
			.update();
	}

	private static ClientAccess read(ResultSet row, int number) throws SQLException {
		Timestamp expiresAt = row.getTimestamp("expires_at");
		return new ClientAccess(row.getString("client_id"), row.getString("name"),
				row.getTimestamp("created_at").toInstant(), (expiresAt != null) ? expiresAt.toInstant() : null,
				List.of((String[]) row.getArray("address_ranges").getArray()),
				List.of((String[]) row.getArray("redirect_uris").getArray()),
				List.of((String[]) row.getArray("digests").getArray()));
	}

}
