package io.kehu.order.invoice;

import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of reminders.
 *
 * @param days how many days after the due date each of the three levels is reached
 */
@Validated
@ConfigurationProperties("kehu.invoices.dunning")
record DunningProperties(@DefaultValue( {
		"7", "21", "35" }) @Size(min = 3, max = 3) List<@NotNull @Min(1) Integer> days){
}
