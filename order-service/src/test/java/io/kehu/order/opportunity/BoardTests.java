package io.kehu.order.opportunity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.platform.test.Together;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class BoardTests extends OpportunityFixture {

	private List<String> cards(int number) {
		return IntStream.range(0, number).mapToObj((i) -> id(open(""))).toList();
	}

	private HttpAnswer move(String card, String fields) {
		return act(PATH + "/" + card, "move", "{%s}".formatted(fields));
	}

	@Test
	void cardsGoWhereTheyAreMoved() {
		List<String> cards = cards(3);
		assertThat(board("first")).isEqualTo(cards);
		move(cards.get(2), "\"stage\": \"first\", \"before\": \"%s\"".formatted(cards.get(0))).expect(200);
		assertThat(board("first")).containsExactly(cards.get(2), cards.get(0), cards.get(1));
		move(cards.get(2), "\"stage\": \"first\", \"after\": \"%s\"".formatted(cards.get(0))).expect(200);
		assertThat(board("first")).containsExactly(cards.get(0), cards.get(2), cards.get(1));
		move(cards.get(0), "\"stage\": \"first\"").expect(200);
		assertThat(board("first")).containsExactly(cards.get(2), cards.get(1), cards.get(0));
		JsonNode moved = move(cards.get(1), "\"stage\": \"third\"").expect(200).json();
		assertThat(moved.get("stage").asString()).isEqualTo("third");
		assertThat(board("first")).containsExactly(cards.get(2), cards.get(0));
		assertThat(board("third")).containsExactly(cards.get(1));
		this.events.awaitExactly("kehu.opportunities", cards.get(1), "io.kehu.opportunity.opened.v1",
				"io.kehu.opportunity.moved.v1");
	}

	@Test
	void parallelMovesAreAllKept() {
		List<String> cards = cards(8);
		List<String> anchors = cards.subList(0, 2);
		List<String> moving = cards.subList(2, 8);
		List<HttpAnswer> answers = Together.run(6,
				(i) -> move(moving.get(i), "\"stage\": \"second\", \"after\": null, \"before\": null"));
		answers.forEach((answer) -> answer.expect(200));
		assertThat(board("second")).containsExactlyInAnyOrderElementsOf(moving);
		List<HttpAnswer> between = Together.run(6,
				(i) -> move(moving.get(i), "\"stage\": \"first\", \"after\": \"%s\"".formatted(anchors.get(0))));
		between.forEach((answer) -> answer.expect(200));
		List<String> ranks = between.stream().map((answer) -> answer.json().get("rank").asString()).toList();
		assertThat(ranks).doesNotHaveDuplicates();
		List<String> board = board("first");
		assertThat(board.get(0)).isEqualTo(anchors.get(0));
		assertThat(board.get(7)).isEqualTo(anchors.get(1));
		assertThat(board.subList(1, 7)).containsExactlyInAnyOrderElementsOf(moving);
		assertThat(board("second")).isEmpty();
		List<String> sorted = new ArrayList<>(moving);
		sorted.sort((one, other) -> ranks.get(moving.indexOf(one)).compareTo(ranks.get(moving.indexOf(other))));
		assertThat(board.subList(1, 7)).isEqualTo(sorted);
	}

	@Test
	void twoMovesOfOneCardFollowEachOtherOrOneIsRefused() {
		List<String> cards = cards(3);
		Together.run(2, (i) -> move(cards.get(0), "\"stage\": \"%s\"".formatted((i == 0) ? "second" : "third")))
			.forEach((answer) -> answer.expect(200));
		assertThat(this.http.get(PATH + "/" + cards.get(0) + "/stages").expect(200).json().get("items").size())
			.isEqualTo(3);
		String etag = this.http.get(PATH + "/" + cards.get(1)).expect(200).etag();
		List<Integer> statuses = Together.run(2,
				(i) -> this.http.with("If-Match", etag)
					.post(PATH + "/" + cards.get(1) + "/move",
							"{\"stage\": \"%s\"}".formatted((i == 0) ? "second" : "third"))
					.status());
		assertThat(statuses).containsExactlyInAnyOrder(200, 412);
	}

	@Test
	void manyMovesEndAsOneAfterTheOther() {
		List<String> cards = cards(6);
		List<String> expected = new ArrayList<>(cards);
		Random random = new Random(3);
		for (int i = 0; i < 25; i++) {
			List<String> drawn = new ArrayList<>(cards);
			Collections.shuffle(drawn, random);
			boolean after = random.nextBoolean();
			move(drawn.get(0),
					"\"stage\": \"first\", \"%s\": \"%s\"".formatted(after ? "after" : "before", drawn.get(1)))
				.expect(200);
			expected.remove(drawn.get(0));
			expected.add(expected.indexOf(drawn.get(1)) + (after ? 1 : 0), drawn.get(0));
		}
		assertThat(board("first")).isEqualTo(expected);
	}

	@Test
	void neighboursThatHaveMovedAreNamed() {
		List<String> cards = cards(3);
		move(cards.get(1), "\"stage\": \"second\"").expect(200);
		JsonNode refused = move(cards.get(0), "\"stage\": \"first\", \"after\": \"%s\"".formatted(cards.get(1)))
			.expect(409)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/after");
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("neighbour_moved");
		move(cards.get(2),
				"\"stage\": \"first\", \"after\": \"%s\", \"before\": \"%s\"".formatted(cards.get(1), cards.get(0)))
			.expect(200);
		assertThat(board("first")).containsExactly(cards.get(2), cards.get(0));
		for (String wrong : List.of("\"stage\": \"first\", \"after\": \"%s\"".formatted(cards.get(0)),
				"\"stage\": \"first\", \"after\": \"%s\"".formatted(UUID.randomUUID()), "\"stage\": \"nowhere\"",
				"\"stage\": null")) {
			assertThat(move(cards.get(0), wrong).expect(400).json().at("/errors/0/pointer").asString())
				.isEqualTo(wrong.contains("after") ? "/after" : "/stage");
		}
		act(PATH + "/" + cards.get(0), "win", "{}").expect(200);
		move(cards.get(0), "\"stage\": \"second\"").expect(409);
	}

	@Test
	void aNeighbourThatTheCallerMayNotSeeIsUnknown() {
		String hidden = id(open(""));
		UUID me = UUID.randomUUID();
		String mine = id(open(", \"ownerId\": \"%s\"".formatted(me)));
		assertThat(this.anyone.as(TestToken.user(me, "opportunity:read:own", "opportunity:write:own", "pipeline:read"))
			.with("If-Match", "*")
			.post(PATH + "/" + mine + "/move", "{\"stage\": \"first\", \"before\": \"%s\"}".formatted(hidden))
			.expect(400)
			.json()
			.at("/errors/0/code")
			.asString()).isEqualTo("unknown_reference");
	}

}
