package io.kehu.migration.live;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.PartGate;
import io.kehu.migration.Steward;
import io.kehu.migration.matching.RecordReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications whose rows find customers by their keys alone, or create them.
 */
class KeyedApplicationTests extends LiveMigrationFixture {

	@Autowired
	private ApplicationTools tools;

	@Autowired
	private CreationIntents intents;

	@Autowired
	private JdbcClient jdbc;

	private String keyed(int person, String... keys) {
		String id = live(person);
		this.customers.change(id, "{\"externalIds\": [%s]}".formatted(String.join(",",
				List.of(keys).stream().map("{\"system\": \"old\", \"id\": \"%s\"}"::formatted).toList())));
		return id;
	}

	private JsonNode approved(String rows) {
		JsonNode linkage = linked(
				"{\"dataSetId\": \"%s\", \"name\": \"old crm\", \"keyColumn\": \"no\"}".formatted(file(rows)));
		this.http.post(Steward.PATH + "/data-sets/%s/approve".formatted(linkage.at("/result/dataSetId").asString()),
				"");
		return linkage;
	}

	private JsonNode apply(JsonNode linkage, String more, int status) {
		return steward("/linkages/%s/applications".formatted(linkage.get("id").asString()),
				"{\"systems\": {\"old crm\": \"old\"}%s}".formatted(more), status);
	}

	private JsonNode done(JsonNode linkage, String more) {
		return this.steward.completed(apply(linkage, more, 201));
	}

	private String outcomes(JsonNode job) {
		return this.steward.get("/applications/%s/outcomes?limit=200".formatted(job.get("id").asString())).toString();
	}

	@Test
	void asksBeforeManyCustomersAreFoundByTheirKeys() {
		StringBuilder rows = new StringBuilder();
		for (int person = 0; person < 40; person++) {
			keyed(person, "k" + person);
			rows.append(row("k" + person, person, "+4930123%04d".formatted(person)));
		}
		JsonNode linkage = approved(rows.toString());
		assertThat(apply(linkage, "", 409).get("changed").asInt()).isEqualTo(40);
		JsonNode result = done(linkage, ", \"dryRun\": true").get("result");
		assertThat(result.get("changed").asInt()).isEqualTo(40);
		assertThat(result.at("/confirmed/changed").asInt()).isEqualTo(40);
		assertThat(result.at("/confirmed/merged").asInt()).isZero();
		assertThat(done(linkage, ", \"confirmed\": " + result.get("confirmed")).at("/result/updated").asInt())
			.isEqualTo(40);
	}

	@Test
	void keepsAsManyKeysAsACustomerCanHaveAndSaysWhichAreNotKept() {
		StringBuilder rows = new StringBuilder(row("a", 8, "") + row("b", 9, "") + row("c", 13, ""));
		for (int copy = 10; copy < 35; copy++) {
			rows.append(row("n" + copy, 3, "+49301230003"));
		}
		JsonNode linkage = approved(rows.toString());
		JsonNode dry = done(linkage, ", \"dryRun\": true");
		assertThat(dry.at("/result/created").asInt()).isEqualTo(4);
		assertThat(this.steward.get("/applications/%s/plan".formatted(dry.get("id").asString())).toString())
			.contains("5 keys are not kept, since a customer has at most 20 external ids");
		JsonNode job = done(linkage, "");
		assertThat(job.at("/result/created").asInt()).isEqualTo(28);
		assertThat(outcomes(job).split("its key is not kept")).hasSize(6);
		assertThat(this.customers.all()).hasSize(4);
		JsonNode again = done(linkage, ", \"confirmed\": {\"changed\": 4, \"merged\": 0}");
		assertThat(again.at("/result/unchanged").asInt()).isEqualTo(28);
	}

	@Test
	void keepsTheValuesOfCustomersFoundByTheirKeysAndRestoresAllThatWasChanged() {
		String id = keyed(3, "a", "b");
		this.customers.change(id, "{\"name\": \"Emmy N.\", \"birthDate\": \"1882-03-23\"}");
		ObjectNode before = this.customers.get(id);
		JsonNode linkage = approved(row("a", 3, "+49301230003") + row("b", 30, "+49301230030"));
		JsonNode job = done(linkage, ", \"confirmed\": {\"changed\": 1, \"merged\": 0}");
		ObjectNode changed = this.customers.get(id);
		assertThat(changed.get("version").asInt()).isEqualTo(before.get("version").asInt() + 2);
		assertThat(changed.get("phones").size()).isEqualTo(2);
		assertThat(changed.get("birthDate").asString()).isEqualTo("1882-03-23");
		assertThat(outcomes(job)).contains("the customer keeps its own").contains("birthDate");
		JsonNode undo = undone(job);
		assertThat(undo.at("/result/restored").asInt()).isEqualTo(1);
		assertThat(undo.at("/result/changes").asInt()).isEqualTo(1);
		assertThat(this.customers.get(id).remove(List.of("version", "updatedAt")))
			.isEqualTo(before.remove(List.of("version", "updatedAt")));
	}

	/** 503 is repeated at once; after 400, the job fails without knowing the answers. */
	@ParameterizedTest
	@ValueSource(ints = { 503, 400 })
	void undoesCreationsWhoseAnswersWereLost(int status) {
		JsonNode linkage = approved(row("a", 1, "") + row("b", 2, "") + row("c", 5, ""));
		this.customers.loseAnswer(status);
		JsonNode job = this.steward.ended(apply(linkage, "", 201).get("id").asString());
		assertThat(this.customers.all()).hasSize(3);
		if (status == 503) {
			assertThat(job.at("/result/created").asInt()).isEqualTo(3);
		}
		String kept = this.customers.all().get(1).get("id").asString();
		this.customers.change(kept, "{\"status\": \"active\"}");
		JsonNode undo = undone(job);
		assertThat(undo.at("/result/deleted").asInt()).isEqualTo(2);
		assertThat(undo.at("/result/kept").asInt()).isEqualTo(1);
		assertThat(this.customers.all()).extracting((one) -> one.get("id").asString()).containsExactly(kept);
	}

	@Test
	void continuesAfterLostAnswers() {
		JsonNode linkage = approved(row("a", 1, "") + row("b", 2, "") + row("c", 5, ""));
		this.customers.loseAnswer(400);
		String job = apply(linkage, "", 201).get("id").asString();
		assertThat(this.steward.ended(job).get("status").asString()).isEqualTo("failed");
		steward("/jobs/%s/restart".formatted(job), "", 200);
		JsonNode ended = this.steward.completed(job);
		assertThat(ended.at("/result/created").asInt()).isEqualTo(3);
		assertThat(undone(ended).at("/result/deleted").asInt()).isEqualTo(3);
	}

	@Test
	void leavesCustomersThatOthersCreatedInTheMeantime() {
		JsonNode linkage = approved(row("a", 1, "") + row("b", 2, ""));
		this.customers.before("/bulk", () -> this.customers
			.add("\"name\": \"Other\", \"externalIds\": [{\"system\": \"old\", \"id\": \"a\"}]"));
		JsonNode job = done(linkage, "");
		assertThat(job.at("/result/created").asInt()).isEqualTo(1);
		assertThat(job.at("/result/unchanged").asInt()).isEqualTo(1);
		assertThat(undone(job).at("/result/deleted").asInt()).isEqualTo(1);
		assertThat(this.customers.all()).extracting((one) -> one.get("name").asString()).containsExactly("Other");
	}

	@Test
	void claimsNothingThatAnotherApplicationMayHaveCreated() {
		JsonNode linkage = approved(row("a", 1, "") + row("b", 2, ""));
		JsonNode made = done(linkage, "");
		UUID one = UUID.fromString(linkage.get("id").asString());
		UUID other = UUID.fromString(made.get("id").asString());
		List<RecordReference> keys = List.of(new RecordReference("old", "a"));
		this.intents.add(one, keys);
		this.tools.creations().settle(one);
		assertThat(this.tools.journal().count(one)).isZero();
		this.jdbc.sql("delete from application_change where job_id = ?").param(other).update();
		this.intents.add(one, keys);
		this.intents.add(other, keys);
		this.tools.creations().settle(one);
		assertThat(this.tools.journal().count(one)).isZero();
		assertThat(this.intents.of(one)).isEmpty();
		this.tools.creations().settle(other);
		assertThat(this.tools.journal().count(other)).isEqualTo(1);
	}

	@Test
	void refusedChangesDoNotCountAgainstTheBound() {
		StringBuilder rows = new StringBuilder();
		for (int person = 0; person < 40; person++) {
			keyed(person, "k%02d".formatted(person));
			String phone = (person < 30) ? "king" : (person < 32) ? "+49301230003" : "";
			rows.append(row("k%02d".formatted(person), person, phone));
		}
		List<ObjectNode> given = this.customers.all();
		given.forEach((one) -> this.customers.change(one.get("id").asString(), "{\"externalIds\": []}"));
		JsonNode linkage = approved(rows.toString());
		this.customers.before("/batch-get", () -> given.forEach((one) -> this.customers.change(one.get("id").asString(),
				"{\"externalIds\": %s}".formatted(one.get("externalIds")))));
		JsonNode job = done(linkage, "");
		assertThat(job.at("/result/rejected").asInt()).isEqualTo(30);
		assertThat(job.at("/result/updated").asInt()).isEqualTo(2);
	}

	@Test
	void neverUndoesAndAppliesAtOnce() {
		JsonNode linkage = approved(row("a", 1, "") + row("b", 2, ""));
		this.customers.loseAnswer(400);
		String job = apply(linkage, "", 201).get("id").asString();
		assertThat(this.steward.ended(job).get("status").asString()).isEqualTo("failed");
		String undo;
		try (PartGate gate = new PartGate(this.jdbc)) {
			gate.shut("undo", 0, Integer.MAX_VALUE);
			undo = steward("/applications/%s/undo".formatted(job), "", 201).get("id").asString();
			assertThat(steward("/applications/%s/undo".formatted(job), "", 409).get("detail").asString())
				.contains("already being undone by job " + undo);
			assertThat(steward("/jobs/%s/restart".formatted(job), "", 409).get("detail").asString())
				.contains("has been undone");
			steward("/jobs/%s/stop".formatted(undo), "", 200);
			gate.open();
			this.steward.ended(undo);
		}
		String later = steward("/applications/%s/undo".formatted(job), "", 201).get("id").asString();
		this.steward.completed(later);
		assertThat(this.customers.all()).isEmpty();
		steward("/jobs/%s/restart".formatted(undo), "", 409);
		steward("/jobs/%s/restart".formatted(job), "", 409);
	}

}
