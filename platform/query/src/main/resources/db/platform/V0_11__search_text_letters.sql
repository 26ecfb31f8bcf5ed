-- Also folds letters that have no decomposition, such as those of "Østergård" and "Łódź".
create or replace function search_text_of(text) returns text language plpgsql immutable strict parallel safe as $$
begin
	if octet_length($1) = char_length($1) then
		return lower($1);
	end if;
	return replace(replace(replace(replace(translate(
		lower(upper(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g') collate "und-x-icu")
		collate "und-x-icu"), 'ςøłđðħŧ', 'σolddht'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ß', 'ss');
end
$$;
