package io.kehu.order.opportunity;

import java.util.UUID;

import io.kehu.platform.test.contract.HiddenRecords;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;

/**
 * An opportunity of another user, its pipeline, and exchange rates, for the walk through
 * all operations.
 */
public final class HiddenOpportunity {

	private static final String PATH = OpportunityFixture.PATH;

	private static final String RATES = "/api/v1/exchange-rates";

	private final HttpProbe http;

	private final UUID customer;

	private final String secret;

	private final String externalId = UUID.randomUUID().toString();

	private final String pipeline;

	private final String id;

	/**
	 * Creates an opportunity.
	 * @param secret its name
	 */
	public HiddenOpportunity(HttpProbe anyone, UUID customer, String secret) {
		this.http = anyone.as(TestToken.user("opportunity:read", "opportunity:write", "pipeline:read", "pipeline:write",
				"customer:read"));
		this.customer = customer;
		this.secret = secret;
		this.pipeline = OpportunityFixture
			.id(this.http.post(OpportunityFixture.PIPELINES, OpportunityFixture.pipeline(secret)).expect(201));
		this.id = OpportunityFixture.id(this.http.post(PATH, body()).expect(201));
	}

	private String body() {
		return """
				{"name": "%s", "customerId": "%s", "pipelineId": "%s", "stage": "first",
				 "externalIds": [{"system": "legacy", "id": "%s"}]}""".formatted(this.secret, this.customer,
				this.pipeline, this.externalId);
	}

	/** Adds all operations on them to a walk. */
	public void addTo(HiddenRecords walk, String since, UUID stranger) {
		walk.at(PATH + "/{id}", this.id)
			.with("PATCH " + PATH + "/{id}", "{\"name\": \"x\"}")
			.with("POST " + PATH + "/{id}/move", "{\"stage\": \"second\"}")
			.with("POST " + PATH + "/{id}/lose", "{\"reason\": \"dear\"}")
			.with("PUT " + PATH + "/{id}/shares", "{\"userId\": \"%s\", \"permission\": \"write\"}".formatted(stranger))
			.asking("DELETE " + PATH + "/{id}/shares", "userId=" + stranger)
			.with("POST " + PATH + "/bulk", body())
			.with("POST " + PATH + "/batch-get", "{\"ids\": [\"%s\"]}".formatted(this.id))
			.asking("GET " + PATH, "id=" + this.id)
			.asking("GET " + PATH + "/export", "format=ndjson&id=" + this.id)
			.asking("GET " + PATH + "/changes", "since=" + since)
			.asking("GET " + PATH + "/forecast", "pipelineId=" + this.pipeline)
			.at(PATH + "/by-external-id/{system}", "legacy")
			.at(PATH + "/by-external-id/{system}/{externalId}", this.externalId)
			.with("PUT " + PATH + "/by-external-id/{system}/{externalId}", body())
			.with("PATCH " + PATH + "/by-external-id/{system}/{externalId}", "{\"name\": \"x\"}")
			.at(OpportunityFixture.PIPELINES + "/{id}", this.pipeline)
			.with("POST " + OpportunityFixture.PIPELINES, OpportunityFixture.pipeline("x"))
			.at(RATES + "/{id}", this.id);
	}

	/** Returns the state of the opportunity. */
	public String state() {
		return this.http.get(PATH + "/" + this.id).expect(200).body()
				+ this.http.get(PATH + "/" + this.id + "/shares").expect(200).body()
				+ this.http.get(OpportunityFixture.PIPELINES + "/" + this.pipeline).expect(200).body();
	}

}
