package io.kehu.order.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a caller can do to an order, for each scope and each way in which the order is the
 * caller's or not.
 */
class OrderAccessTests extends OrderFixture {

	private static final UUID ME = UUID.randomUUID();

	private static final UUID TEAM = UUID.randomUUID();

	private HttpProbe caller;

	private String path;

	private String clientNumber;

	private String number;

	static Stream<Arguments> cases() {
		return Stream.of("own", "team", "all")
			.flatMap((scope) -> Arrays.stream(Whose.values()).map((whose) -> Arguments.of(scope, whose)));
	}

	private HttpAnswer given(String scope, Whose whose, String status) {
		this.clientNumber = UUID.randomUUID().toString();
		HttpAnswer created = order(
				"\"status\": \"%s\", \"clientOrderNumber\": \"%s\", \"ownerId\": \"%s\", \"teamId\": \"%s\"".formatted(
						status, this.clientNumber, (whose == Whose.MINE) ? ME : UUID.randomUUID(),
						(whose == Whose.MY_TEAMS) ? TEAM : UUID.randomUUID()));
		this.path = created.header("Location");
		this.number = created.json().get("number").asString();
		if (whose == Whose.READ || whose == Whose.WRITTEN) {
			this.http
				.put(this.path + "/shares",
						"{\"userId\": \"%s\", \"permission\": \"%s\"}".formatted(ME,
								(whose == Whose.READ) ? "read" : "write"))
				.expect(200);
		}
		String suffix = scope.equals("all") ? "" : ":" + scope;
		this.caller = this.anyone.as(TestToken.user(ME, "order:read" + suffix, "order:write" + suffix, "customer:read")
			.teams(TEAM.toString()));
		return created;
	}

	private static boolean reached(String scope, Whose whose) {
		return scope.equals("all") || whose == Whose.MINE || (whose == Whose.MY_TEAMS && scope.equals("team"));
	}

	private static boolean visible(String scope, Whose whose) {
		return reached(scope, whose) || whose == Whose.READ || whose == Whose.WRITTEN;
	}

	private static int status(String scope, Whose whose, boolean allowed) {
		return allowed ? 200 : visible(scope, whose) ? 403 : 404;
	}

	@ParameterizedTest
	@MethodSource("cases")
	void reads(String scope, Whose whose) {
		given(scope, whose, "placed");
		boolean visible = visible(scope, whose);
		this.caller.get(this.path).expect(visible ? 200 : 404);
		this.caller.get(this.path + "/history").expect(visible ? 200 : 404);
		this.caller.get(this.path + "/shares").expect(visible ? 200 : 404);
		for (String filter : new String[] { "clientOrderNumber=" + this.clientNumber, "number=" + this.number,
				"customerId=" + this.customer + "&sort=-total", "customerId=" + this.customer + "&sort=orderDate" }) {
			JsonNode page = this.caller.get(PATH + "?count=true&" + filter).expect(200).json();
			assertThat(page.get("total").asInt()).as(filter).isEqualTo(visible ? 1 : 0);
			assertThat(page.get("items").size()).as(filter).isEqualTo(visible ? 1 : 0);
		}
		assertThat(this.caller.get(PATH + "/export?format=ndjson&customerId=" + this.customer).expect(200).lines())
			.hasSize(visible ? 1 : 0);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void changes(String scope, Whose whose) {
		given(scope, whose, "draft");
		boolean reached = reached(scope, whose);
		boolean changeable = reached || whose == Whose.WRITTEN;
		int expected = status(scope, whose, changeable);
		this.caller.patch(this.path, "*", "{\"clientOrderNumber\": \"%s\"}".formatted(UUID.randomUUID()))
			.expect(expected);
		this.caller.patch(this.path, "*", "{\"ownerId\": \"%s\", \"teamId\": null}".formatted(UUID.randomUUID()))
			.expect(scope.equals("all") ? 200 : changeable ? 403 : expected);
		this.caller.put(this.path + "/shares", "{\"teamId\": \"%s\", \"permission\": \"read\"}".formatted(TEAM))
			.expect(scope.equals("all") ? 200 : status(scope, whose, reached));
		for (String intent : new String[] { "place", "confirm", "cancel" }) {
			step(this.path, "*", intent).expect(200);
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void stepsDeletesAndRestores(String scope, Whose whose) {
		HttpAnswer draft = given(scope, whose, "draft");
		boolean reached = reached(scope, whose);
		int stepped = status(scope, whose, reached || whose == Whose.WRITTEN);
		HttpProbe on = this.caller.with("If-Match", (stepped == 200) ? "*" : draft.etag());
		for (String intent : new String[] { "place", "confirm", "cancel" }) {
			on.post(this.path + "/" + intent, "").expect(stepped);
		}
		if (stepped != 200) {
			step(this.path, "*", "cancel").expect(200);
		}
		int deleted = status(scope, whose, reached);
		this.caller.with("If-Match", "*").delete(this.path).expect((deleted == 200) ? 204 : deleted);
		if (deleted != 200) {
			this.http.with("If-Match", "*").delete(this.path).expect(204);
		}
		this.caller.post(this.path + "/restore", "").expect(deleted);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void loads(String scope, Whose whose) {
		given(scope, whose, "draft");
		boolean visible = visible(scope, whose);
		boolean changeable = reached(scope, whose) || whose == Whose.WRITTEN;
		String line = body("\"status\": \"confirmed\", \"clientOrderNumber\": \"%s\"".formatted(this.clientNumber));
		JsonNode result = this.caller.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(line + "\n"))
			.expect(200)
			.json();
		assertThat(result.get("status").asString()).isEqualTo(changeable ? "updated" : "rejected");
		if (!changeable) {
			assertThat(result.at("/errors/0/code").asString()).isEqualTo(visible ? "forbidden" : "conflict");
			assertThat(result.toString()).doesNotContain(this.number);
		}
		assertThat(this.http.get(this.path).json().get("status").asString())
			.isEqualTo(changeable ? "confirmed" : "draft");
		HttpAnswer twin = this.caller.post(PATH, body("\"clientOrderNumber\": \"%s\"".formatted(this.clientNumber)))
			.expect(409);
		assertThat(twin.body().contains(this.number)).isEqualTo(visible);
		assertThat(twin.json().at("/errors/0").has("recordId")).isEqualTo(visible);
	}

	/**
	 * Whose an order is.
	 */
	enum Whose {

		MINE, MY_TEAMS, FOREIGN, READ, WRITTEN

	}

}
