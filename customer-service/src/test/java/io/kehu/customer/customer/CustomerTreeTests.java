package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomerTreeTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	private static String company(HttpProbe http, String name, String parent) {
		String below = (parent != null) ? ", \"parentId\": \"%s\"".formatted(parent) : "";
		HttpAnswer added = http.post(PATH, "{\"kind\": \"company\", \"name\": \"%s\"%s}".formatted(name, below));
		return added.expect(201).json().get("id").asString();
	}

	@Test
	void showsTheWholeGroupAsFarAsItIsVisible() {
		UUID user = UUID.randomUUID();
		HttpProbe all = this.anyone.as("customer:read", "customer:write", "customer:delete");
		HttpProbe mine = this.anyone.as(TestToken.user(user, "customer:read:own", "customer:write"));
		String top = company(all, "Top", null);
		String left = company(all, "Left", top);
		String right = company(all, "Right", top);
		String leaf = company(mine, "Leaf", left);
		company(all, "Elsewhere", null);
		JsonNode tree = all.get(PATH + "/" + leaf + "/tree").expect(200).json();
		assertThat(tree.get("truncated").asBoolean()).isFalse();
		assertThat(names(tree)).containsExactly("0 Top", "1 Left", "1 Right", "2 Leaf");
		assertThat(tree.at("/items/3/parentId").asString()).isEqualTo(left);
		assertThat(names(mine.get(PATH + "/" + leaf + "/tree").expect(200).json())).containsExactly("2 Leaf");
		mine.get(PATH + "/" + top + "/tree").expect(404);
		all.with("If-Match", "*").delete(PATH + "/" + right).expect(204);
		assertThat(names(all.get(PATH + "/" + top + "/tree").expect(200).json())).containsExactly("0 Top", "1 Left",
				"2 Leaf");
	}

	private static List<String> names(JsonNode tree) {
		return tree.get("items")
			.valueStream()
			.map((node) -> node.get("depth").asInt() + " " + node.get("name").asString())
			.toList();
	}

}
