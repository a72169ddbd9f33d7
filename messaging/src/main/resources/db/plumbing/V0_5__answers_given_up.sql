-- A message that was given up on is decided anew when it is handed in again: its answer is not kept.
delete from plumbing.answer
where message_id in (select message_id from plumbing.inbox where abandoned);
