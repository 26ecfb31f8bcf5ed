package io.kehu.platform.link;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LinkPeersTests {

	private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

	private final KeyPair orders = keys();

	private final KeyPair customers = keys();

	private final LinkPeers peers = peersAt(NOW);

	LinkPeersTests() throws NoSuchAlgorithmException {
	}

	@Test
	void recognisesTheSenderForTheReceiverThatItNames() {
		String header = identity("orders", this.orders).authorization("customers");
		assertThat(this.peers.sender(header, "customers")).hasValue("orders");
		assertThat(this.peers.sender(header, "discovery")).isEmpty();
		assertThat(this.peers.sender(header.replace("orders", "customers"), "customers")).isEmpty();
		assertThat(this.peers.sender(header.substring(0, header.length() - 2), "customers")).isEmpty();
		assertThat(this.peers.sender(identity("orders", this.customers).authorization("customers"), "customers"))
			.isEmpty();
		assertThat(this.peers.sender(identity("strangers", this.orders).authorization("customers"), "customers"))
			.isEmpty();
	}

	@Test
	void aHeaderIsValidForAMinute() {
		String header = identity("orders", this.orders).authorization("customers");
		assertThat(peersAt(NOW.plusSeconds(80)).sender(header, "customers")).hasValue("orders");
		assertThat(peersAt(NOW.plusSeconds(100)).sender(header, "customers")).isEmpty();
		assertThat(peersAt(NOW.minus(Duration.ofHours(1))).sender(header, "customers")).isEmpty();
	}

	@Test
	void nonsenseIsNobody() {
		for (String header : new String[] { null, "", "Kehu-Link", "Kehu-Link ", "Kehu-Link a.b.c",
				"Kehu-Link orders.99999999999999999999.x", "Bearer orders.1.x", "Kehu-Link orders.1764504000.%%%" }) {
			assertThat(this.peers.sender(header, "customers")).as(header).isEmpty();
		}
	}

	@Test
	void anInstanceIsGenuineAtTheAddressThatItsServiceSigned() {
		String signature = identity("orders", this.orders).signInstance("orders:1", "127.0.0.1", 9200);
		assertThat(this.peers.isGenuine("orders", "orders:1", "127.0.0.1", 9200, signature)).isTrue();
		assertThat(this.peers.isGenuine("orders", "orders:1", "127.0.0.1", 9201, signature)).isFalse();
		assertThat(this.peers.isGenuine("orders", "orders:1", "10.0.0.1", 9200, signature)).isFalse();
		assertThat(this.peers.isGenuine("orders", "orders:2", "127.0.0.1", 9200, signature)).isFalse();
		assertThat(this.peers.isGenuine("customers", "orders:1", "127.0.0.1", 9200, signature)).isFalse();
		assertThat(this.peers.isGenuine("orders", "orders:1", "127.0.0.1", 9200, null)).isFalse();
		assertThat(this.peers.isGenuine("orders", "orders:1", "127.0.0.1", 9200, "")).isFalse();
	}

	@Test
	void aKeyCanBeReplacedWithoutAGap() throws NoSuchAlgorithmException {
		KeyPair next = keys();
		LinkPeers both = new LinkPeers(List.of(peer("orders", this.orders), peer("orders", next)),
				Clock.fixed(NOW, ZoneOffset.UTC));
		assertThat(both.sender(identity("orders", this.orders).authorization("x"), "x")).hasValue("orders");
		assertThat(both.sender(identity("orders", next).authorization("x"), "x")).hasValue("orders");
	}

	@Test
	void reportsKeysThatCannotBeRead() {
		assertThatThrownBy(() -> new LinkPeers(List.of("orders=nonsense"), Clock.systemUTC()))
			.hasMessageContaining("key of orders");
		assertThatThrownBy(() -> new LinkPeers(List.of("nonsense"), Clock.systemUTC()))
			.hasMessageContaining("kehu.link.peers");
	}

	private LinkPeers peersAt(Instant time) {
		return new LinkPeers(List.of(peer("orders", this.orders), peer("customers", this.customers)),
				Clock.fixed(time, ZoneOffset.UTC));
	}

	private static LinkIdentity identity(String service, KeyPair keys) {
		return new LinkIdentity(service, encoded(keys.getPrivate().getEncoded()), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	private static String peer(String service, KeyPair keys) {
		return service + "=" + encoded(keys.getPublic().getEncoded());
	}

	private static String encoded(byte[] key) {
		return Base64.getEncoder().encodeToString(key);
	}

	private static KeyPair keys() throws NoSuchAlgorithmException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(256);
		return generator.generateKeyPair();
	}

}
