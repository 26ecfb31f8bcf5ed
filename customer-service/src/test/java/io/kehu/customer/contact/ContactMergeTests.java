package io.kehu.customer.contact;

import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContactMergeTests extends ContactFixture {

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

	private HttpAnswer merge(String survivor, String merged) {
		return this.http.with("If-Match", "\"0\"")
			.post(CUSTOMERS + "/" + survivor + "/merges",
					"{\"merged\": [{\"id\": \"%s\", \"version\": 0}]}".formatted(merged))
			.expect(201);
	}

}
