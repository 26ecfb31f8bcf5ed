package io.kehu.auth.right;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.kehu.auth.AuthServiceTest;
import io.kehu.auth.People;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The permissions of services that auth-service knows nothing about.
 */
@AuthServiceTest
class AnnouncedPermissionTests {

	private static final String PATH = "/api/v1/roles/permissions";

	@Autowired
	People people;

	@Autowired
	Infrastructure infrastructure;

	@Autowired
	JdbcClient database;

	private HttpProbe operator;

	private Announcing services;

	@BeforeEach
	void signIn() {
		this.operator = this.people.operator();
		this.services = new Announcing(this.infrastructure.kafka());
	}

	@AfterEach
	void forget() {
		for (String table : List.of("role_permissions where permission", "permissions where name",
				"permission_owners where resource")) {
			this.database.sql("delete from " + table + " like 'x-%'").update();
		}
	}

	@Test
	void areLearntAndGrantedByRule() throws Exception {
		this.services.announce("x-leads-service", permissions("customer", "x-lead:read", "x-lead:write"));
		JsonNode read = awaitPermission("x-lead:read");
		assertThat(read.get("description").asString()).isEqualTo("Use x-lead:read");
		assertThat(read.get("service").asString()).isEqualTo("x-leads-service");
		assertThat(role("administrator")).contains("x-lead:read", "x-lead:write");
		assertThat(role("auditor")).contains("x-lead:read").doesNotContain("x-lead:write");
		assertThat(role("sales-representative")).contains("x-lead:read:team", "x-lead:write:own");
		assertThat(role("partner")).noneMatch((permission) -> permission.startsWith("x-lead"));
		assertThat(role("order-service")).noneMatch((permission) -> permission.startsWith("x-lead"));
		assertThat(this.people.operator().get("/api/v1/me").json().get("permissions").toString())
			.contains("x-lead:write");
		this.people.operator()
			.post("/api/v1/roles", Map.of("name", "x-lead-clerk", "permissions", List.of("x-lead:read:own")))
			.expect(201);
		this.database.sql("delete from roles where name = 'x-lead-clerk'").update();
	}

	@Test
	void areRemovedOnlyDeliberatelyAndNotWhileAnnouncedOrHeld() throws Exception {
		this.services.announce("x-task-service", permissions("customer", "x-task:read", "x-task:write"));
		awaitPermission("x-task:write");
		this.operator = this.people.operator();
		String role = this.operator
			.post("/api/v1/roles", Map.of("name", "x-tasks", "permissions", List.of("x-task:write:own")))
			.expect(201)
			.header("Location");
		this.services.announce("x-task-service", permissions("customer", "x-task:read"));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> !awaitPermission("x-task:write").get("announced").asBoolean());
		assertThat(role("administrator")).contains("x-task:write");
		assertThat(problem(PATH + "/x-task:read")).endsWith("announced");
		assertThat(problem(PATH + "/x-task:write")).endsWith("in-use");
		this.operator.patch(role, "*", Map.of("permissions", List.of())).expect(200);
		this.people.newUser("no-remover", "auditor").delete(PATH + "/x-task:write").expect(403);
		this.operator.delete(PATH + "/x-task:write").expect(204);
		this.operator.delete(PATH + "/x-task:write").expect(404);
		assertThat(role("administrator")).doesNotContain("x-task:write").contains("x-task:read");
		this.database.sql("delete from roles where name = 'x-tasks'").update();
	}

	@Test
	void ofAnotherServiceAreNotTakenOver() throws Exception {
		String before = permission("customer:read").toString();
		this.services.announce("x-evil-service",
				List.of(Announcing.permission("customer:read", "role"), Announcing.permission("customer:fly", "role"),
						Announcing.permission("no name", "role"), Map.of(),
						Announcing.permission("x-evil:read", "customer")));
		awaitPermission("x-evil:read");
		assertThat(permission("customer:read").toString()).isEqualTo(before);
		assertThat(permissions()).noneMatch((one) -> one.get("name").asString().matches("customer:fly|no name"));
	}

	@Test
	void mayComeInAnyOrderAndFromSeveralInstances() throws Exception {
		this.services.announce("x-child-service", permissions("x-parent", "x-child:read"));
		awaitPermission("x-child:read");
		assertThat(role("marketing")).doesNotContain("x-child:read");
		this.services.announce("x-parent-service", permissions("customer", "x-parent:read"));
		awaitPermission("x-parent:read");
		assertThat(role("marketing")).contains("x-parent:read", "x-child:read");
		long version = version();
		this.services.announce("x-parent-service", permissions("customer", "x-parent:read"));
		this.services.announce("x-parent-service", permissions("customer", "x-parent:read", "x-parent:write"));
		awaitPermission("x-parent:write");
		assertThat(version()).isEqualTo(version + 1);
	}

	private static List<Map<String, Object>> permissions(String like, String... names) {
		return Stream.of(names).map((name) -> Announcing.permission(name, like)).toList();
	}

	private JsonNode awaitPermission(String name) {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> permissions().stream().anyMatch((one) -> one.get("name").asString().equals(name)));
		return permission(name);
	}

	private JsonNode permission(String name) {
		return permissions().stream()
			.filter((one) -> one.get("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private List<JsonNode> permissions() {
		return this.operator.get(PATH).expect(200).json().get("items").valueStream().toList();
	}

	private List<String> role(String name) {
		return this.operator.get("/api/v1/roles?name=" + name)
			.expect(200)
			.json()
			.at("/items/0/permissions")
			.valueStream()
			.map(JsonNode::asString)
			.toList();
	}

	private long version() {
		return this.operator.get("/api/v1/roles?name=administrator").json().at("/items/0/version").asLong();
	}

	private String problem(String path) {
		return this.operator.delete(path).expect(409).json().get("type").asString();
	}

}
