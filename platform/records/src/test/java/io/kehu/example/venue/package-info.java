/**
 * The example of {@code docs/new-record.md}: venues, where customers meet.
 */
@NullMarked
package io.kehu.example.venue;

import org.jspecify.annotations.NullMarked;
