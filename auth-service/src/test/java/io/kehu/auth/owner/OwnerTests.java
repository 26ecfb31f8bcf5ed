package io.kehu.auth.owner;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.link.TestLink;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.web.ServedPaths;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which service paths and permissions belong to.
 */
@AuthServiceTest
class OwnerTests {

	private static final String PATH = "/api/v1/owners";

	@Autowired
	private People people;

	@Autowired
	private Owners owners;

	@Autowired
	private JdbcClient database;

	@AfterEach
	void forget() {
		this.database.sql("delete from path_owners where resource like 'x-%'").update();
		this.database.sql("delete from permission_owners where resource like 'x-%'").update();
	}

	@Test
	void theFirstServiceToAnnounceAPathKeepsIt() {
		assertThat(this.owners.claimPaths("x-a-service",
				Set.of("x-leads", "customers", "x-a-service", "Not valid", "x-b-service")))
			.isEqualTo(Map.of("x-leads", "x-a-service", "x-a-service", "x-a-service", "customers", "customer-service"));
		assertThat(this.owners.claimPaths("a-service", Set.of("x-leads"))).isEqualTo(Map.of("x-leads", "x-a-service"));
		assertThat(this.owners.claimPaths("x-a-service", Set.of())).isEmpty();
	}

	@Test
	void aServiceOccupiesALimitedNumberOfNames() {
		for (int load = 0; load < 3; load++) {
			int from = load * 60;
			this.owners.claimPaths("x-greedy",
					IntStream.range(from, from + 60).mapToObj((i) -> "x-" + i).collect(Collectors.toSet()));
		}
		assertThat(this.database.sql("select count(*) from path_owners where service = 'x-greedy'")
			.query(Integer.class)
			.single()).isEqualTo(120);
	}

	@Test
	void onlyTheGatewayClaims() {
		String claim = "{\"service\": \"x-a-service\", \"resources\": [\"x-leads\"]}";
		HttpProbe anyone = this.people.nobody();
		anyone.post(PathClaimController.PATH, claim).expect(401);
		this.people.operator().post(PathClaimController.PATH, claim).expect(401);
		anyone.with("Authorization", TestLink.header("auth-service")).post(PathClaimController.PATH, claim).expect(401);
		anyone.with("Authorization", TestLink.forwarded("order-service"))
			.post(PathClaimController.PATH, claim)
			.expect(401);
		assertThat(anyone.with("Authorization", TestLink.forwarded("auth-service"))
			.post(PathClaimController.PATH, claim)
			.expect(200)
			.body()).isEqualTo("{\"owners\":{\"x-leads\":\"x-a-service\"}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "path", "permission" })
	void anAdministratorAssignsAResource(String kind) {
		HttpProbe operator = this.people.operator();
		String path = PATH + "/" + kind + "/x-invoice";
		operator.put(path, "{\"service\": \"x-thief-service\"}").expect(200);
		JsonNode owner = operator.put(path, "{\"service\": \"x-invoice-service\"}").expect(200).json();
		assertThat(operator.get(PATH).expect(200).json().get("items")).contains(owner);
		assertThat(this.database
			.sql("select details ->> 'from' from audit_log where action = 'owner.assigned' order by at desc limit 1")
			.query(String.class)
			.single()).isEqualTo("x-thief-service");
		operator.put(path, "{\"service\": \"No name\"}").expect(400);
		operator.put(path, "{}").expect(400);
		operator.put(PATH + "/" + kind + "/No%20name", "{\"service\": \"x-a\"}").expect(400);
		HttpProbe auditor = this.people.newUser("owner-auditor-" + kind, "auditor");
		auditor.get(PATH).expect(200);
		auditor.put(path, "{\"service\": \"x-a\"}").expect(403);
		this.people.nobody().get(PATH).expect(401);
	}

	@Test
	void thePathsOfThisServiceAreReserved(@Autowired ServedPaths served) {
		List<String> reserved = this.database.sql("select resource from path_owners where service = 'auth-service'")
			.query(String.class)
			.list();
		assertThat(reserved).containsAll(served.resources());
	}

}
