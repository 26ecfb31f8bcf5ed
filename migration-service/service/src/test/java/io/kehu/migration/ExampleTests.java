package io.kehu.migration;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.kehu.platform.test.contract.OpenApiExamples;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@MigrationTest
class ExampleTests {

	private static final String DEFINITIONS = Steward.PATH + "/definitions";

	private static final String SETS = Steward.PATH + "/data-sets";

	private static final String DEFINITION = """
			{"name": "Unknown cities", "rules": [{"rule": "fill", "column": "city",
			"method": {"method": "constant", "value": "unknown"}}]}""";

	@Autowired
	Steward steward;

	@Autowired
	HttpProbe anyone;

	@Test
	void areWhatTheServiceAnswers() {
		HttpProbe http = this.steward.http();
		OpenApiExamples examples = new OpenApiExamples(http);
		HttpAnswer created = examples.add("POST " + DEFINITIONS, DEFINITION,
				http.post(DEFINITIONS, DEFINITION).expect(201));
		String at = created.header("Location");
		examples.add("GET " + DEFINITIONS + "/{id}", "", http.get(at).expect(200));
		String change = "{\"rules\": [{\"rule\": \"dropColumn\", \"column\": \"fax\"}]}";
		examples.add("PATCH " + DEFINITIONS + "/{id}", change, http.patch(at, created.etag(), change).expect(200));
		examples.add("GET " + DEFINITIONS + "/{id}/revisions/{revision}", "",
				http.get(at + "/revisions/1").expect(200));
		byte[] rows = "name,city\nWindrose Coffee,Hamburg\nWindrose Velo,\n".getBytes(StandardCharsets.UTF_8);
		HttpAnswer set = examples.add("POST " + SETS + "/files", "",
				this.steward.bring("shops.csv", rows, "").expect(201));
		String path = set.header("Location");
		examples.add("GET " + SETS + "/{id}", "", http.get(path).expect(200));
		examples.add("GET " + SETS + "/{id}/rows", "", http.get(path + "/rows").expect(200));
		examples.addProblem(http.post(DEFINITIONS, "{\"name\": \"\", \"rules\": []}").expect(400));
		examples.addProblem(this.anyone.get(SETS).expect(401));
		examples.addProblem(this.anyone.as("customer:read").get(SETS).expect(403));
		examples.addProblem(http.get(SETS + "/" + UUID.randomUUID()).expect(404));
		examples.addProblem(http.patch(at, created.etag(), change).expect(412));
		examples.check();
	}

}
