package io.kehu.customer.contact;

import java.util.concurrent.CompletableFuture;

import io.kehu.platform.test.probe.HttpAnswer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

class ContactMergeTests extends ContactFixture {

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionOperations transactions;

	@Test
	void followsItsCustomerIntoAMergeAndBack() {
		String survivor = customer("");
		String merged = customer("");
		HttpAnswer contact = add(merged, "Moving");
		add(survivor, "Staying");
		HttpAnswer merge = merge(survivor, merged);
		assertThat(names(this.http, "?sort=familyName&customerId=" + survivor)).containsExactly("Moving", "Staying");
		String path = contact.header("Location");
		assertThat(this.http.get(path).expect(200).json().get("customerId").asString()).isEqualTo(survivor);
		this.http.with("If-Match", merge.etag()).post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(this.http.get(path).expect(200).json().get("customerId").asString()).isEqualTo(merged);
		assertThat(names(this.http, "?customerId=" + survivor)).containsExactly("Staying");
		this.events.awaitExactly("kehu.contacts", contact.json().get("id").asString(), "io.kehu.contact.added.v1",
				"io.kehu.contact.changed.v1", "io.kehu.contact.changed.v1");
	}

	@Test
	void staysWhereItWasMovedAfterAMerge() {
		String survivor = customer("");
		String merged = customer("");
		String third = customer("");
		String path = add(merged, "Moving").header("Location");
		HttpAnswer merge = merge(survivor, merged);
		this.http.patch(path, "*", "{\"customerId\": \"%s\"}".formatted(third)).expect(200);
		this.http.with("If-Match", merge.etag()).post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(this.http.get(path).expect(200).json().get("customerId").asString()).isEqualTo(third);
	}

	@Test
	void isNotAddedToACustomerThatIsBeingMerged() {
		String merged = customer("");
		CompletableFuture<HttpAnswer> added = this.transactions.execute((transaction) -> {
			this.jdbc.queryForList("select id from customer where id = cast(? as uuid) for update", merged);
			CompletableFuture<HttpAnswer> waiting = CompletableFuture
				.supplyAsync(() -> this.http.post(PATH, body(merged, "Late", "")), (work) -> new Thread(work).start());
			Awaitility.await().until(() -> waiting.isDone() || waits());
			this.jdbc.update("update customer set deleted_at = now() where id = cast(? as uuid)", merged);
			return waiting;
		});
		assertThat(added.join().expect(400).json().at("/errors/0/pointer").asString()).isEqualTo("/customerId");
	}

	private boolean waits() {
		return !this.jdbc.queryForList("select 1 from pg_locks where not granted and locktype = 'transactionid'")
			.isEmpty();
	}

	private HttpAnswer merge(String survivor, String merged) {
		return this.http.with("If-Match", "\"0\"")
			.post(CUSTOMERS + "/" + survivor + "/merges",
					"{\"merged\": [{\"id\": \"%s\", \"version\": 0}]}".formatted(merged))
			.expect(201);
	}

}
