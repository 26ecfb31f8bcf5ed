package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of stored answers when the rights of their caller change, and of values in
 * errors of the database.
 */
@CustomerServiceTest
class RepeatedRequestTests {

	private static final String PATH = "/api/v1/customers";

	private static final String BODY = """
			{"kind": "company", "name": "N", "emails": [{"address": "secret@mail.example"}]}""";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private JdbcTemplate jdbc;

	private final UUID me = UUID.randomUUID();

	private final String key = UUID.randomUUID().toString();

	private HttpProbe with(String... permissions) {
		return this.anyone.as(TestToken.user(this.me, permissions)).with("Idempotency-Key", this.key);
	}

	@Test
	void asksForTheRightsBeforeAStoredAnswerIsGiven() {
		HttpAnswer first = with("customer:write", "customer:read", "customer:pii").post(PATH, BODY).expect(201);
		HttpAnswer again = with("customer:write", "customer:read", "customer:pii").post(PATH, BODY).expect(201);
		assertThat(again.json()).isEqualTo(first.json());
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(again.etag()).isEqualTo(first.etag());
		with("customer:read", "customer:pii").post(PATH, BODY).expect(403);
		HttpAnswer masked = with("customer:write", "customer:read").post(PATH, BODY).expect(201);
		assertThat(masked.body()).contains("s***@masked.invalid").doesNotContain("secret");
		assertThat(masked.etag()).isNotEqualTo(first.etag())
			.isEqualTo(this.anyone.as(TestToken.user(this.me, "customer:read"))
				.get(first.header("Location"))
				.expect(200)
				.etag());
		with("customer:write").post(PATH, BODY).expect(201);
	}

	@Test
	void givesNoRecordThatBecameHidden() {
		String[] own = { "customer:write:own", "customer:read:own", "customer:pii:own" };
		HttpAnswer first = with(own).post(PATH, BODY).expect(201);
		with(own).post(PATH, BODY).expect(201);
		this.anyone.as("customer:read", "customer:write")
			.patch(first.header("Location"), "*", "{\"ownerId\": null, \"teamId\": null}")
			.expect(200);
		assertThat(with(own).post(PATH, BODY).expect(404).body()).doesNotContain("secret");
	}

	@Test
	void readsAnewWhatChangesNothing() {
		String id = with("customer:write").post(PATH, BODY).expect(201).json().get("id").asString();
		HttpProbe reader = this.anyone.as(TestToken.user(this.me, "customer:read", "customer:pii"))
			.with("Idempotency-Key", this.key + "b");
		String request = "{\"ids\": [\"%s\"]}".formatted(id);
		assertThat(reader.post(PATH + "/batch-get", request).expect(200).body()).contains("secret");
		HttpAnswer masked = this.anyone.as(TestToken.user(this.me, "customer:read"))
			.with("Idempotency-Key", this.key + "b")
			.post(PATH + "/batch-get", request)
			.expect(200);
		assertThat(masked.body()).contains(id).doesNotContain("secret");
	}

	@Test
	void quotesNoValuesInErrorsOfTheDatabase() {
		String id = with("customer:write").post(PATH, BODY).expect(201).json().get("id").asString();
		this.jdbc.batchUpdate("insert into customer_external_id values ('crm', 'anna@mail.example', cast(? as uuid))",
				List.<Object[]>of(new Object[] { id }));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.batchUpdate("insert into customer_external_id values (?, ?, cast(? as uuid))",
					List.<Object[]>of(new Object[] { "crm", "anna@mail.example", id })))
			.satisfies((ex) -> {
				for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
					assertThat(cause.toString()).doesNotContain("anna@mail");
				}
			});
	}

}
