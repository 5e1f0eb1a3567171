"""The tools that a client is offered unless it asks for all.

Every action of the product would be more than a hundred tools: a model that must choose among so many chooses worse,
and their descriptions alone would fill much of what it can read at once. These are what a person asks for on most
days, each with what a model must know to choose it; search stands in for the many lists, an undo for the restores.
"""

from typing import Final

EVERYDAY: Final = {
    "account.me": "Tells which space and scopes this connection has.",
    "search.query": "The first thing to try for any question about the person's life: it looks through every kind.",
    "memories.recall": "For what they know, like, are or were: it answers in their words, or says it does not know.",
    "memories.create": "For a fact or preference that the person wants to be remembered.",
    "thoughts.create": "Captures what the person said, in their own words; tasks in it are found without your help.",
    "thoughts.list": "The newest first: what was on their mind lately.",
    "thoughts.get": "Gives the whole text of a thought that search has cut.",
    "quick_add.add": "The easiest way to a task: one line such as 'call mum every sunday 6pm #family !high ~30m'.",
    "tasks.today": "The day's plan: start here for what to do now.",
    "tasks.upcoming": "What the next days bring.",
    "tasks.list": "Tasks by status, day, project, goal, tag, area or person.",
    "tasks.create": "For a task whose fields are known one by one.",
    "tasks.update": "Changes only the fields that are sent.",
    "tasks.complete": "Use it rather than setting a status.",
    "tasks.snooze": "Use it rather than setting another day.",
    "task_suggestions.list": "Tasks that were found in thoughts and wait for the person's yes or no.",
    "task_suggestions.accept": "Only on the person's word.",
    "task_suggestions.dismiss": "Only on the person's word.",
    "goals.list": "What the person wants to reach.",
    "goals.create": "Afterwards goals_decompose proposes the steps.",
    "goals.progress": "Where a goal stands, with its milestones and tasks.",
    "goals.decompose": "A proposal to talk over; goals_apply_plan saves it.",
    "goals.apply_plan": "Takes what goals_decompose answered, as the person changed it.",
    "habits.list": "What the person does again and again.",
    "insights.list": "Patterns that were noticed, each quoting the words it stands on.",
    "changes.list": "What was done lately, by whom, with the ids that changes_undo takes.",
    "changes.undo": "Takes back a whole change; offer it when something went wrong.",
    "profile.get": "Time zone and choices: dates are meant in that zone.",
}
