package io.kehu.auth;

import io.kehu.platform.test.contract.OpenApiExamples;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@AuthServiceTest
class ExampleTests {

	private static final String TEAMS = "/api/v1/teams";

	private static final String TEAM = "{\"name\": \"Sales north\", \"externalIds\": [{\"system\": \"hr\", \"id\": \"T-7\"}]}";

	@Autowired
	People people;

	@Test
	void areWhatTheServiceAnswers() {
		OpenApiExamples examples = new OpenApiExamples(this.people.operator());
		String id = examples.record(TEAMS, TEAM, "{\"name\": \"Sales north-west\"}").json().get("id").asString();
		examples.recordByExternalId(TEAMS, TEAM, "{\"name\": \"Sales\"}", "hr/T-7");
		examples.record("/api/v1/users", """
				{"username": "ada.okafor", "displayName": "Ada Okafor", "roles": ["marketing"], "teamIds": ["%s"]}"""
			.formatted(id), "{\"locale\": \"de\"}");
		examples.record("/api/v1/roles",
				"{\"name\": \"tasting\", \"description\": \"Coffee tasters\", \"permissions\": [\"product:read\"]}",
				"{\"description\": \"Those who taste coffee\"}");
		examples.recordProblems(TEAMS, TEAM, "{\"name\": \"\"}", this.people.nobody(), this.people.newUser("taster"));
		examples.check();
	}

}
