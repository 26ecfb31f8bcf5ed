package io.kehu.order.document;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The company that issues printed documents.
 *
 * @param name its name, at the top of each document
 * @param lines its address, tax number and bank account, line by line below its name
 */
@Validated
@ConfigurationProperties("kehu.documents.issuer")
record Issuer(@DefaultValue("") @NotNull @Size(max = 100) String name,
		@DefaultValue @NotNull @Size(max = 10) List<@NotBlank @Size(max = 100) String> lines) {
}
