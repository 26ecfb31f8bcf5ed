/**
 * The keys and places of sealed values in the database of a service: checks the keys at
 * the start, seals what is in clear, and seals again after a change of the keys.
 */
@NullMarked
package io.kehu.platform.sealed;

import org.jspecify.annotations.NullMarked;
