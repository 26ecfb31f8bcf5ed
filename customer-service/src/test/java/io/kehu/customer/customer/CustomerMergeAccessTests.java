package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which customers a caller can merge, for each scope and each way in which a customer is
 * the caller's or not.
 */
@CustomerServiceTest
class CustomerMergeAccessTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe program;

	private HttpProbe caller;

	private String name;

	static Stream<Arguments> cases() {
		return Stream.of("own", "team", "all")
			.flatMap((scope) -> Arrays.stream(AccessCase.values()).map((record) -> Arguments.of(scope, record)));
	}

	private String given(String scope, AccessCase record) {
		this.program = this.anyone
			.as(TestToken.client("loader", "customer:pii", "customer:read", "customer:write", "customer:delete"));
		this.caller = this.anyone.as(AccessCase.token(scope, "customer:pii", "customer:read", "customer:write"));
		this.name = "Secret" + UUID.randomUUID().toString().replace("-", "");
		String id = register(this.name, record);
		if (!record.share().isEmpty()) {
			this.program.put(PATH + "/" + id + "/shares", record.share()).expect(200);
		}
		return id;
	}

	private String register(String called, AccessCase record) {
		return this.program
			.post(PATH, "{\"kind\": \"company\", \"name\": \"%s\", %s}".formatted(called, record.ownership()))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private HttpAnswer merge(String survivor, String merged) {
		return this.caller.with("If-Match", "*")
			.post(PATH + "/" + survivor + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(merged));
	}

	private static int status(boolean allowed, boolean visible) {
		return allowed ? 201 : visible ? 403 : 404;
	}

	@ParameterizedTest
	@MethodSource("cases")
	void intoACustomer(String scope, AccessCase record) {
		String survivor = given(scope, record);
		String merged = register("Mine", AccessCase.OWN);
		HttpAnswer answer = merge(survivor, merged).expect(status(record.changeableBy(scope), record.visibleTo(scope)));
		assertThat(answer.body().contains(this.name)).isEqualTo(answer.status() == 201);
		this.caller.get(PATH + "/" + merged).expect((answer.status() == 201) ? 307 : 200);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void ofACustomerAndBack(String scope, AccessCase record) {
		String merged = given(scope, record);
		String survivor = register("Mine", AccessCase.OWN);
		int expected = status(record.reachedBy(scope), record.visibleTo(scope));
		HttpAnswer answer = merge(survivor, merged).expect(expected);
		assertThat(answer.body()).doesNotContain(this.name);
		String line = this.caller.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/merges/bulk",
					BodyPublishers.ofString(
							"{\"survivorId\": \"%s\", \"merged\": [{\"id\": \"%s\"}]}".formatted(survivor, merged)))
			.expect(200)
			.json()
			.get("status")
			.asString();
		assertThat(line).isEqualTo((expected == 201) ? "unchanged" : "rejected");
		String merge = (expected == 201) ? answer.header("Location")
				: this.program.with("If-Match", "*")
					.post(PATH + "/" + survivor + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(merged))
					.expect(201)
					.header("Location");
		this.caller.get(PATH + "/" + merged).expect(record.visibleTo(scope) ? 307 : 404);
		this.caller.with("If-Match", "*").post(merge + "/undo", "").expect((expected == 201) ? 200 : expected);
	}

	@Test
	void aConflictRevealsNoHiddenCustomer() {
		String hidden = given("own", AccessCase.FOREIGN);
		String taken = "[{\"system\": \"erp\", \"id\": \"%s\"}]".formatted(hidden.substring(9));
		this.program.patch(PATH + "/" + hidden, "*", "{\"externalIds\": %s}".formatted(taken)).expect(200);
		String survivor = register("Mine", AccessCase.OWN);
		String merged = register("Mine", AccessCase.OWN);
		HttpAnswer refused = this.caller.with("If-Match", "*")
			.post(PATH + "/" + survivor + "/merges",
					"{\"merged\": [{\"id\": \"%s\"}], \"fields\": {\"externalIds\": %s}}".formatted(merged, taken))
			.expect(409);
		assertThat(refused.body()).doesNotContain(hidden, this.name);
	}

}
