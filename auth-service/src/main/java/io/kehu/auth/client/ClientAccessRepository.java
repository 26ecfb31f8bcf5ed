package io.kehu.auth.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.kehu.auth.key.SigningAlgorithm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Loads with one query what a token request needs to know about a partner client.
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
	 * Returns the client unless it is locked or deleted.
	 */
	Optional<ClientAccess> find(String clientId) {
		return this.jdbc.sql("""
				select client_id, name, created_at, expires_at, address_ranges, redirect_uris,
				       post_logout_redirect_uris, id_token_signed_response_alg, proof_key_required,
				       array(select s.digest from api_client_secrets s where s.api_client_id = c.id
				             and (s.expires_at is null or s.expires_at > :now)) as digests
				from api_clients c where client_id = :clientId and enabled and deleted_at is null""")
			.param("clientId", clientId)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(ClientAccessRepository::read)
			.optional();
	}

	/**
	 * Deletes everything that users granted to a client, so that it isn't restored
	 * together with the client.
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
				List.of((String[]) row.getArray("post_logout_redirect_uris").getArray()),
				SigningAlgorithm.valueOf(row.getString("id_token_signed_response_alg")),
				row.getBoolean("proof_key_required"), List.of((String[]) row.getArray("digests").getArray()));
	}

}
