package io.kehu.auth.consent;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads and deletes consents, which the framework stores.
 */
@Repository
class ConsentRepository {

	private static final String SCOPE = "SCOPE_";

	private final JdbcClient jdbc;

	ConsentRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Consent> findByUser(UUID userId) {
		return this.jdbc.sql("""
				select c.registered_client_id as id, coalesce(p.name, c.registered_client_id) as name, c.authorities
				from oauth2_authorization_consent c left join client_names p on p.id = c.registered_client_id
				where c.principal_name = :user order by 2, 1""")
			.param("user", userId.toString())
			.query((row, number) -> new Consent(row.getString("id"), row.getString("name"),
					Arrays.stream(row.getString("authorities").split(","))
						.map((authority) -> authority.strip().replaceFirst("^" + SCOPE, ""))
						.sorted()
						.toList()))
			.list();
	}

	/** Deletes a consent and returns whether there was one. */
	boolean delete(UUID userId, String clientId) {
		return this.jdbc.sql("""
				delete from oauth2_authorization_consent
				where principal_name = :user and registered_client_id = :client""")
			.param("user", userId.toString())
			.param("client", clientId)
			.update() == 1;
	}

	/** Deletes what was granted to a client and returns the ids of the grants. */
	List<String> deleteGrants(UUID userId, String clientId) {
		return this.jdbc.sql("""
				delete from oauth2_authorization where registered_client_id = :client and principal_name = :user
				returning id""").param("user", userId.toString()).param("client", clientId).query(String.class).list();
	}

}
