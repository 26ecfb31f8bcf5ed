package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.SqlProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How PostgreSQL finds the few customers that a caller may see among a million.
 */
@KehuIntegrationTest
@Import({ SqlProbe.class, LargeTree.class })
class CustomerAccessPlanTests {

	private static final String PATH = "/api/v1/customers";

	private static final int MILLION = 1_000_000;

	/** At once they would take longer than a statement may, on a slow machine. */
	private static final int PART = 50_000;

	/** A thousand people with a thousand customers each, in a hundred teams. */
	private static final String CUSTOMERS = """
			insert into customer (id, version, kind, name, status, emails, phones, addresses, tags, custom_fields, owner_id,
			team_id, created_at, updated_at)
			select uuidv7(), 0, 'COMPANY', 'Company ' || n, 'ACTIVE', '[]', '[]', '[]', '[]', '{}',
			lpad((n % 1000)::text, 32, '0')::uuid, lpad((n % 100 + 5000)::text, 32, '0')::uuid, now(), now()
			from generate_series(?, ?) as n""";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private SqlProbe sql;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void usesAnIndexForEachReasonAndEachValue() {
		this.jdbc.execute("drop index customer_search");
		for (int first = 1; first < MILLION; first += PART) {
			this.jdbc.update(CUSTOMERS, first, first + PART - 1);
		}
		this.jdbc.update("insert into record_share select id, ?, false, 'READ', now() from customer limit 100",
				new UUID(0, 0x9999));
		this.jdbc.execute("vacuum analyze customer, record_share");
		for (TestToken token : callers().toList()) {
			List<String> plans = plans(this.anyone.as(token), "", "?count=true", "?sort=-createdAt", "?q=company");
			assertThat(plans).hasSize(5).allSatisfy((plan) -> {
				assertThat(plan).doesNotContain("Seq Scan on customer").containsAnyOf("Index Scan", "Bitmap");
			});
			assertThat(plans.get(0)).containsPattern("customer_by_owner|customer_by_team|record_share_by_grantee");
		}
		assertThat(plans(this.anyone.as("customer:pii", "customer:read"), "?email=a@b.example",
				"?phone=%2B493012345678", "?city=Berlin", "?postalCode=12209", "?country=DE", "?tag=vip"))
			.hasSize(6)
			.allSatisfy((plan) -> assertThat(plan).contains("customer_by_values"));
	}

	private List<String> plans(HttpProbe caller, String... queries) {
		return this.sql.during(() -> Stream.of(queries).forEach((query) -> caller.get(PATH + query).expect(200)))
			.stream()
			.filter((run) -> run.sql().contains("from customer r"))
			.map(this.sql::plan)
			.toList();
	}

	private static Stream<TestToken> callers() {
		return Stream.of(TestToken.user(new UUID(0, 0x7), "customer:read:own"),
				TestToken.user(new UUID(0, 0x7), "customer:read:team").teams(new UUID(0, 0x5007).toString()),
				TestToken.user(new UUID(0, 0x9999), "customer:read:own"), LargeTree.token(new UUID(0, 0x7)));
	}

}
