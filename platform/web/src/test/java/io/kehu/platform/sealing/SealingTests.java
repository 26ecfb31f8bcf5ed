package io.kehu.platform.sealing;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SealingTests {

	private static final UUID ID = UUID.randomUUID();

	private final Sealing old = Sealing.of(List.of("1:" + key(1)), List.of("1:" + key(9)));

	private final Sealing rotated = Sealing.of(List.of("2:" + key(2), "1:" + key(1)),
			List.of("2:" + key(8), "1:" + key(9)));

	private static String key(int fill) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) fill);
		return Base64.getEncoder().encodeToString(bytes);
	}

	@Test
	void opensOnlyInTheContextInWhichItWasSealed() {
		byte[] sealed = this.old.seal("DE123", "a/taxNumber");
		assertThat(this.old.open(sealed, "a/taxNumber")).isEqualTo("DE123");
		assertThat(this.old.seal("DE123", "a/taxNumber")).isNotEqualTo(sealed);
		for (String other : List.of("b/taxNumber", "a/bankNumber")) {
			assertThatExceptionOfType(SealException.class).isThrownBy(() -> this.old.open(sealed, other))
				.withMessageContaining(other)
				.withMessageNotContaining("DE123");
		}
	}

	@Test
	void refusesWhatWasChanged() {
		byte[] sealed = this.old.seal("DE123", "a");
		for (int i = 0; i < sealed.length; i++) {
			byte[] changed = sealed.clone();
			changed[i]++;
			assertThatExceptionOfType(SealException.class).as("%d", i).isThrownBy(() -> this.old.open(changed, "a"));
			byte[] cut = Arrays.copyOf(sealed, i);
			assertThatExceptionOfType(SealException.class).as("%d", i).isThrownBy(() -> this.old.open(cut, "a"));
		}
		String text = this.old.sealText("DE123", "a");
		assertThatExceptionOfType(SealException.class).isThrownBy(() -> this.old.openText(text + "!", "a"));
	}

	@Test
	void sealsWithTheFirstKeyAndOpensWithAll() {
		byte[] before = this.old.seal("DE123", "a");
		byte[] after = this.rotated.seal("DE123", "a");
		assertThat(this.rotated.open(before, "a")).isEqualTo("DE123");
		assertThatExceptionOfType(SealException.class).isThrownBy(() -> this.old.open(after, "a"))
			.withMessageContaining("Key 2 of kehu.sealing.keys is missing");
		assertThat(this.rotated.openText(this.old.sealText("x", "a"), "a")).isEqualTo("x");
		assertThat(this.rotated.openText("in clear", "a")).isEqualTo("in clear");
		assertThat(this.rotated.sealText("x", "a")).startsWith(this.rotated.presentMark()).startsWith("sealed:2:");
	}

	@Test
	void findsEqualValuesOfOneField() {
		byte[] index = this.old.index().of("taxNumber", "DE 12-3");
		assertThat(index).isEqualTo(this.old.index().of("taxNumber", "de123"))
			.hasSize(BlindIndex.BYTES)
			.isNotEqualTo(this.old.index().of("bankNumber", "DE123"))
			.isNotEqualTo(this.old.index().of("taxNumber", "DE124"));
		assertThat(this.rotated.index().all("taxNumber", "DE123")).hasSize(2).contains(index);
		assertThat(this.rotated.index().allAsText("taxNumber", "DE123")).matches("[0-9a-f]{40},[0-9a-f]{40}");
	}

	@Test
	void bindsAColumnToItsRecord() {
		SealedTextConverter converter = new SealedTextConverter(this.old, "taxNumber") {
		};
		byte[] column = converter.convertToDatabaseColumn(new SealedText(ID, "de 12-3"));
		assertThat(column).startsWith(this.old.index().of("taxNumber", "DE123"));
		SealedText opened = converter.convertToEntityAttribute(column);
		assertThat(SealedText.textOf(opened, ID)).isEqualTo("de 12-3");
		assertThat(String.valueOf(opened)).doesNotContain("12-3");
		assertThatExceptionOfType(SealException.class).isThrownBy(() -> SealedText.textOf(opened, UUID.randomUUID()));
		byte[] moved = column.clone();
		moved[BlindIndex.BYTES]++;
		assertThatExceptionOfType(SealException.class).isThrownBy(() -> converter.convertToEntityAttribute(moved));
		assertThatExceptionOfType(SealException.class)
			.isThrownBy(() -> converter.convertToEntityAttribute(new byte[10]));
		assertThat(converter.convertToDatabaseColumn(null)).isNull();
		assertThat(converter.convertToEntityAttribute(null)).isNull();
	}

	@Test
	void refusesWhatIsNoKeyWithoutQuotingIt() {
		List<String> good = List.of("1:" + key(1));
		for (String wrong : List.of("", "1", "x:" + key(1), "0:" + key(1), "-1:" + key(1), "1:AAAA",
				"1:" + key(1) + "!")) {
			assertThatIllegalStateException().isThrownBy(() -> Sealing.of(List.of(wrong), good))
				.withMessageContaining("kehu.sealing.keys must be")
				.withMessageNotContaining(key(1))
				.withNoCause();
		}
		assertThatIllegalStateException().isThrownBy(() -> Sealing.of(List.of("1:" + key(1), "1:" + key(2)), good))
			.withMessageContaining("a different number");
		assertThatIllegalStateException().isThrownBy(() -> Sealing.of(List.of(), good))
			.withMessageContaining("kehu.sealing.keys is missing");
		assertThatIllegalStateException().isThrownBy(() -> Sealing.of(good, List.of()))
			.withMessageContaining("kehu.sealing.index-keys is missing");
		assertThat(this.rotated.present()).containsExactly("kehu.sealing.keys 2", "kehu.sealing.index-keys 2");
		assertThat(this.rotated.proofs()).containsOnlyKeys("kehu.sealing.keys 2", "kehu.sealing.keys 1",
				"kehu.sealing.index-keys 2", "kehu.sealing.index-keys 1");
		assertThat(this.rotated.proofs().get("kehu.sealing.keys 1"))
			.isEqualTo(this.old.proofs().get("kehu.sealing.keys 1"));
	}

}
