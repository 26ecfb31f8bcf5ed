package io.kehu.migration.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.kehu.migration.clean.chain.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed description tells all; that it is the service's own is tested elsewhere.
 */
class DescriptionTests {

	private static final Path FILE = Path.of("src/main/resources/openapi/openapi.json");

	private static JsonNode description() throws IOException {
		return JsonMapper.builder().build().readTree(Files.readString(FILE));
	}

	@Test
	void namesTheMediaTypeOfEveryAnswer() throws IOException {
		List<JsonNode> answers = new ArrayList<>();
		for (JsonNode path : description().get("paths")) {
			for (JsonNode operation : path) {
				assertThat(operation.at("/responses/400/$ref").asString()).endsWith("/BadRequest");
				operation.get("responses").forEach(answers::add);
			}
		}
		assertThat(answers).hasSizeGreaterThan(80)
			.allSatisfy((answer) -> assertThat(answer.path("content").has("*/*")).isFalse());
		assertThat(description().at("/paths/~1api~1v1~1migrations~1runs/post/responses").has("201")).isTrue();
		assertThat(description().at("/paths/~1api~1v1~1migrations~1uploads~1{id}/delete/responses").has("204"))
			.isTrue();
	}

	@Test
	void describesAllThatItRefersTo() throws IOException {
		JsonNode schemas = description().at("/components/schemas");
		Matcher references = Pattern.compile("#/components/schemas/([A-Za-z0-9]+)").matcher(Files.readString(FILE));
		Set<String> missing = new TreeSet<>();
		while (references.find()) {
			if (!schemas.has(references.group(1))) {
				missing.add(references.group(1));
			}
		}
		assertThat(missing).isEmpty();
		JsonNode rules = schemas.at("/Rule/oneOf");
		assertThat(rules.size()).isEqualTo(Rule.class.getAnnotation(JsonSubTypes.class).value().length);
		assertThat(rules.toString()).contains("\"repeatedRows\"", "#/components/schemas/Condition", "\"hampel\"");
	}

}
